"""Walks through every door of the access table once, and remembers what each answered and what it wrote."""

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.access.bodies import ASKED, BODIES
from tests.access.rows import Row, every_row
from tests.access.sending import Sender

ROWS = list({(row.method, row.address): row for row in reversed(every_row())}.values())
"""Every row of the table, those about things in spaces once."""
LOOKING = [row for row in ROWS if row.method == "GET"]
ACTING = [row for row in ROWS if row.method != "GET"]
WRITE = re.compile(r'^(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM) "(\w+)"')
TOKENS = re.compile(r"[A-Za-z0-9]{64}")
"""What a page holds against forged forms; new with every request."""
FILLED_IN = "application/x-www-form-urlencoded"
"""As browsers send a form without files. A thousand fields are read twenty times as quickly as from parts with heads of their own."""

Asked = dict[str, str] | None


@dataclass
class Answer:
    """What came back to one person at one door."""

    row: Row
    person: str
    path: str
    response: HttpResponse
    written: set[str] = field(default_factory=set)

    def __str__(self) -> str:
        return f"{self.row} as {self.person} at {self.path}: {self.response.status_code}"

    @property
    def headers(self) -> dict[str, str]:
        return dict(self.response.headers.items())

    @property
    def text(self) -> str:
        """What it says, without what is new with every request; nothing for files."""
        body = b"" if self.response.streaming else self.response.content
        return TOKENS.sub("", body.decode(errors="replace"))


class Walker:
    """Goes through doors as a person of the table. Whatever happens behind them is taken back."""

    def __init__(self, sender: Sender) -> None:
        self.sender = sender

    def go(
        self, row: Row, person: str, *, method: str = "", suffix: str = "", asked: dict[str, str] | None = None, **headers: str
    ) -> Answer:
        """One request; `asked` stands behind the `?`, or in the form beside what belongs there."""
        things = self.sender.things(row, person)
        path = row.address.format(**things) + suffix
        with undone(), CaptureQueriesContext(connection) as queries:
            response = self._send(
                self.sender.client(person, raise_request_exception=False), row, path, things, method, asked or {}, headers
            )
            self.look_behind(written(queries))
        return Answer(row, person, path, response, written(queries))

    def look_behind(self, tables: set[str]) -> None:
        """Called before what was written is taken back."""

    def _send(
        self, client: Client, row: Row, path: str, things: dict[str, Any], method: str, asked: dict[str, str], headers: dict[str, str]
    ) -> HttpResponse:
        if method:
            return client.generic(method, path, headers=headers)
        if row.method == "GET":
            usual = dict(pair.split("=", 1) for pair in ASKED.get(row.address, "?").lstrip("?").split("&") if pair)
            return client.get(path, usual | asked, headers=headers)
        usual = {name: value.format(**things) for name, value in BODIES.get(row.address, {}).items()}
        verb = {} if row.method == "POST" else {"_method": row.method}
        return client.post(path, urlencode(verb | usual | asked), content_type=FILLED_IN, headers=headers)


@contextlib.contextmanager
def undone() -> Iterator[None]:
    """Takes back what was written within."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def written(queries: CaptureQueriesContext) -> set[str]:
    """The tables that were written to."""
    found = (WRITE.match(query["sql"]) for query in queries.captured_queries)
    return {match[1] for match in found if match}
