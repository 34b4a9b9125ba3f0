"""Sends a row of the table as one person, and says in one letter what came back."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.test.client import ClientHandler
from django.urls import reverse

from junto.people.models import Person
from tests.access.bodies import ASKED, BODIES
from tests.access.rows import Row
from tests.access.table import PEOPLE
from tests.server import session_of

LETTERS = {403: "x", 404: "-", 401: "!", 302: ">"}
SHAPES = ("page", "part", "data")


class Sender:
    """Knows the scene and the sessions of everybody in it; whatever a request changes is taken back."""

    def __init__(self, scene: dict[str, dict[str, Any]], cast: dict[str, Person | None]) -> None:
        self.scene, self.cast = scene, cast
        self.sessions = {column: session_of(cast[column]) if cast[column] else "" for column in PEOPLE}
        self._handlers: dict[bool, ClientHandler] = {}

    def add(self, people: dict[str, Person]) -> None:
        """Somebody more who knocks, besides those in the table."""
        self.cast = {**self.cast, **people}
        self.sessions |= {name: session_of(somebody) for name, somebody in people.items()}

    def things(self, row: Row, person: str) -> dict[str, Any]:
        """What stands at the places of the row's address and body."""
        somebody = self.cast[person] or self.cast["eve"]
        return {**self.scene[row.place], "email": somebody.email}

    def client(self, person: str, *, enforce_csrf_checks: bool = False, raise_request_exception: bool = True) -> Client:
        """A browser of that person. Behind all stands one house: to build it anew for each request takes longer than some answers."""
        client = Client(raise_request_exception=raise_request_exception)
        client.handler = self._handlers.setdefault(enforce_csrf_checks, ClientHandler(enforce_csrf_checks))
        if self.sessions[person]:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[person]
        return client

    def send(self, row: Row, person: str, method: str = "", **options: Any) -> HttpResponse:
        """The answer to that row for that person; with another method as a script would send it."""
        client = self.client(person, **options)
        things = self.things(row, person)
        path = row.address.format(**things)
        with transaction.atomic():
            response = client.generic(method, path) if method else _send(client, row, path, things)
            transaction.set_rollback(True)
        return response


def _send(client: Client, row: Row, path: str, things: dict[str, Any]) -> HttpResponse:
    if row.method == "GET":
        return client.get(path + ASKED.get(row.address, ""))
    said = {} if row.method == "POST" else {"_method": row.method}
    filled = {name: value.format(**things) for name, value in BODIES.get(row.address, {}).items()}
    return client.post(path, said | filled)


def letter(row: Row, response: HttpResponse) -> str:
    """What came back, in one letter of the table; a status nobody expects in full."""
    status, to = response.status_code, response.headers.get("Location", "")
    if to.startswith(f"{reverse('account_login')}?next="):
        return "?"
    if status == (200 if row.works in SHAPES else int(row.works)):
        return "+"
    return LETTERS.get(status, str(status))
