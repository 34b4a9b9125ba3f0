"""A real Junto to knock at: one server on a free port, with its worker, on the test's own database.

    def test_a_page_comes(house, ada):
        answer = house.get("/", as_=ada)
        assert answer.status == 200

`house.url` is its address (`http://127.0.0.1:PORT`), for browsers and anything else that speaks HTTP.
"""

import contextlib
import http.client
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from junto.config.serving.listening import listen
from junto.config.serving.protocol import PatientProtocol
from junto.config.serving.server import Server, make_server, worker_beside
from junto.kit.clock import now
from junto.people.models import Person
from junto.people.proof import SESSION_KEY

PATIENCE = 20
PatientProtocol.LAST_SECONDS = 0.0  # nobody sends on an idle connection when a test is over


@dataclass
class House:
    """A running Junto."""

    server: Server
    host: str
    port: int

    @property
    def url(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://{self.host}:{self.port}"

    def get(self, path: str, as_: Person | None = None, **headers: str) -> "Got":
        """Asks for a page, signed in as somebody or as a stranger."""
        if as_:
            headers["Cookie"] = f"{settings.SESSION_COOKIE_NAME}={session_of(as_)}"
        with contextlib.closing(http.client.HTTPConnection(self.host, self.port, timeout=PATIENCE)) as connection:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return Got(answer.status, dict(answer.getheaders()), answer.read())

    def connect(self) -> socket.socket:
        """A bare connection, for those who speak HTTP badly."""
        return socket.create_connection((self.host, self.port), timeout=PATIENCE)

    def cookie_of(self, somebody: Person) -> dict[str, Any]:
        """The cookie with which a browser (Playwright) is signed in."""
        return {"name": settings.SESSION_COOKIE_NAME, "value": session_of(somebody), "url": self.url}


@dataclass
class Got:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


def session_of(somebody: Person) -> str:
    """A session in which that person is signed in."""
    client = Client()
    client.force_login(somebody, backend="junto.people.signing_in.Backend")
    remember_proof(client)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def remember_proof(client: Client) -> None:
    """As after signing in by the form: they have just shown who they are."""
    session = client.session
    session[SESSION_KEY] = now().timestamp()
    session.save()


@pytest.fixture
def house(transactional_db: None) -> Iterator[House]:
    """Runs for one test. The test and the server see the same rows, for what is written is committed."""
    with running() as built:
        yield built


@contextlib.contextmanager
def running() -> Iterator[House]:
    """Runs a house until the block ends."""
    ready, listening = threading.Event(), listen("127.0.0.1", 0)
    server = make_server(ready.set)
    thread = threading.Thread(target=server.run, args=[[listening]], name="house", daemon=True)
    host, port = listening.getsockname()[:2]
    with worker_beside():
        thread.start()
        assert ready.wait(PATIENCE), "the server did not start"
        try:
            yield House(server, host, port)
        finally:
            server.stop()
            thread.join(PATIENCE)
            server.let_threads_go()
