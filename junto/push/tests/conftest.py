"""A push service on this machine: takes calls, and opens them with the keys of browsers that are none."""

import base64
import json
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from junto.push.sealed import CURVE


def letters(given: bytes) -> str:
    return base64.urlsafe_b64encode(given).rstrip(b"=").decode()


@dataclass
class Browser:
    """A browser that listens: its address at the service, and the keys only it has."""

    endpoint: str
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(CURVE))
    secret: bytes = field(default_factory=lambda: os.urandom(16))

    @property
    def fields(self) -> dict[str, str]:
        """What it tells the house."""
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return {"endpoint": self.endpoint, "p256dh": letters(point), "auth": letters(self.secret)}

    def opened(self, body: bytes) -> dict[str, Any]:
        return json.loads(http_ece.decrypt(body, private_key=self.key, auth_secret=self.secret))


@dataclass
class Service:
    """What came: path, headers, body. `says` is what it answers, one status after the other (the last one for ever)."""

    server: ThreadingHTTPServer
    came: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)
    says: list[int] = field(default_factory=lambda: [201])

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server.server_address[1]}"

    def browser(self, name: str) -> Browser:
        return Browser(f"http://{self.host}/{name}")


@pytest.fixture
def service(settings) -> Iterator[Service]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            made.came.append((self.path, {name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(made.says.pop(0) if len(made.says) > 1 else made.says[0])
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made = Service(server)
    settings.PUSH, settings.PUSH_INSIDE = True, [made.host]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield made
    server.shutdown()
    server.server_close()
