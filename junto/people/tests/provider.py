"""A provider of sign-in on this machine: speaks OpenID Connect over HTTP, honestly, or as a test tells it to lie.

at_work.person = {"sub": "7", "email": "ada@example.org", "email_verified": True}
at_work.lies = {"nonce": "another"}
"""

import base64
import hashlib
import html
import json
import re
import secrets
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import requests
from django.test import Client
from joserfc import jwt
from joserfc.jwk import RSAKey

from junto.people.models import Person

CLIENT, SECRET = "junto", "a secret between two machines"
KEY = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
OTHER_KEY = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})


@dataclass
class AtProvider:
    """One provider, and whoever sits before it."""

    server: ThreadingHTTPServer
    person: dict[str, Any] = field(default_factory=dict)
    lies: dict[str, Any] = field(default_factory=dict)
    """Claims that replace the true ones; None leaves one out."""
    key: RSAKey = field(default_factory=lambda: KEY)
    told: dict[str, Any] | None = None
    """What the userinfo endpoint says, when that is something else."""
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def described(self) -> dict[str, Any]:
        """The document of discovery."""
        ends = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys", "userinfo_endpoint": "userinfo"}
        return {"issuer": self.issuer, "id_token_signing_alg_values_supported": ["RS256"]} | {
            name: f"{self.issuer}/{end}" for name, end in ends.items()
        }

    def authorize(self, asked: dict[str, str]) -> str:
        """Whoever sits there says yes: where they are sent back to."""
        assert (asked["client_id"], asked["response_type"], asked["code_challenge_method"]) == (CLIENT, "code", "S256")
        code = secrets.token_urlsafe(12)
        self.codes[code] = asked
        self.asked.append(asked)
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, given: dict[str, str]) -> dict[str, Any] | None:
        """An ID token for a code: once, with the verifier, at the same address."""
        asked = self.codes.pop(given.get("code", ""), None)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(given.get("code_verifier", "").encode()).digest()).decode().rstrip("=")
        if asked is None or asked["code_challenge"] != challenge or asked["redirect_uri"] != given.get("redirect_uri"):
            return None
        now = int(time.time())
        true = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"], "auth_time": now, **self.person}
        claims = {name: value for name, value in (true | self.lies).items() if value is not None}
        return {"access_token": "access", "token_type": "Bearer", "id_token": jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key)}


class Handler(BaseHTTPRequestHandler):
    """Its pages."""

    provider: AtProvider

    def do_GET(self) -> None:
        path, asked = urlsplit(self.path).path, {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        if path == "/authorize":
            self.send_response(302)
            self.send_header("Location", self.provider.authorize(asked))
            self.end_headers()
        else:
            said = {"/keys": {"keys": [KEY.as_dict(private=False)]}, "/userinfo": self.provider.told or self.provider.person}
            self._say(200, said.get(path, self.provider.described()))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        name, _, secret = base64.b64decode(self.headers.get("Authorization", "").removeprefix("Basic ")).decode().partition(":")
        token = self.provider.token({key: values[0] for key, values in parse_qs(body).items()})
        believed = token and (name, secret) == (CLIENT, SECRET.replace(" ", "+")) or token and secret == SECRET
        self._say(200, token) if believed else self._say(400, {"error": "invalid_grant"})

    def _say(self, status: int, said: Any) -> None:
        body = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Says nothing."""


def open_provider() -> AtProvider:
    """A provider that answers from now on."""
    handler = type("Answers", (Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    handler.provider = AtProvider(server)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    return handler.provider


ADA = {"sub": "ada-7", "email": "ada@example.org", "email_verified": True, "name": "Ada at work"}
NEW = {"sub": "new-1", "email": "new@example.org", "email_verified": True, "name": "New Somebody"}


def fresh(provider: AtProvider) -> AtProvider:
    """As on its first day."""
    provider.person, provider.lies, provider.told, provider.key = dict(ADA), {}, None, KEY
    provider.codes.clear()
    provider.asked.clear()
    return provider


def leads(browser: Client, name: str = "work", **said: str) -> str:
    """The address at the provider to which the page leads."""
    page = browser.post(f"/account/providers/{name}/", said).content.decode()
    return html.unescape(re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', page)[1])


def back(to: str) -> str:
    """Whoever sits at the provider says yes there; where they are sent."""
    return requests.get(to, allow_redirects=False, timeout=5).headers["Location"].removeprefix("http://testserver")


def goes(browser: Client, name: str = "work", **said: str) -> Any:
    """Somebody presses the button of a provider, says yes there and comes back."""
    return browser.get(back(leads(browser, name, **said)))


def inside(browser: Client) -> bool:
    return browser.get("/people/me/").status_code == 200


def who(browser: Client) -> Person:
    return Person.objects.get(pk=browser.session["_auth_user_id"])
