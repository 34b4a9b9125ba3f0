"""Another tool on this machine: a real server that takes what is brought, and answers as a test tells it to."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = tuple[int, dict[str, str], bytes]
OK: Answer = (200, {}, b"ok")


@dataclass
class Came:
    """One request as it came."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Receiver:
    """`answers` are given one after the other, the last one for ever; one that is a function is called first."""

    port: int = 0
    answers: list[Answer | Callable[[], Answer]] = field(default_factory=lambda: [OK])
    came: list[Came] = field(default_factory=list)
    let_go: threading.Event = field(default_factory=threading.Event)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def address(self) -> str:
        return f"http://{self.host}/hooks/1"

    def next_answer(self) -> Answer:
        told = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return told() if callable(told) else told

    def slow(self) -> Answer:
        """Says nothing until the test is over."""
        self.let_go.wait(20)
        return OK


class Handler(BaseHTTPRequestHandler):
    receiver: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.receiver.came.append(Came(self.path, {name.lower(): value for name, value in self.headers.items()}, body))
        status, headers, said = self.receiver.next_answer()
        self.send_response(status)
        for name, value in {"Content-Length": str(len(said)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """The other side hung up, as it may."""


@contextmanager
def receiving() -> Iterator[Receiver]:
    """Serves until the block ends."""
    receiver = Receiver()
    server = Server(("127.0.0.1", 0), type("Of", (Handler,), {"receiver": receiver}))
    receiver.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield receiver
    finally:
        receiver.let_go.set()
        server.shutdown()
        server.server_close()
