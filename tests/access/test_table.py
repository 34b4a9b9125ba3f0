"""Every route, every method, every person: who gets in, who is refused, and for whom it does not even exist."""

import logging
import re
from collections.abc import Iterator

import pytest
from django.urls import URLResolver, get_resolver, resolve

from tests.access.rows import Row, every_row, rows_of
from tests.access.sending import Sender, letter
from tests.access.table import PEOPLE, TABLES

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
KEY = "0" * 32
EXAMPLES = {
    "face": KEY,
    "face_of_dora": KEY,
    "space_face": KEY,
    "page_face": KEY,
    "hung": KEY,
    "hung_deleted": KEY,
    "hung_waiting": KEY,
    "upload": KEY,
    "space": "word",
    "means": "mail",
    "switch": "token",
    "link_by_ada": "word",
    "key_of_eve": "1-key",
    "address_of_eve": "token",
    "door_token": "token",
    "chat_told": "token",
    "owner_token": "token",
    "sign_up_token": "token",
    "linking_token": "token",
    "emergency_of_eve": "token",
    "stop_of_eve": "token",
    "feed": "word",
    "feed_of_dora": "word",
    "calendar": "word",
}
BY_THE_LINK_ALONE = {"/mail/stop/{stop_of_eve}/"}
"""Where a mail program presses the button: it has the signed link and nothing a page gave it (RFC 8058)."""


@pytest.fixture
def sender(scene, cast, caplog) -> Sender:
    caplog.set_level(logging.CRITICAL, "django.request")
    return Sender(scene, cast)


def routes(resolver: URLResolver | None = None, before: str = "") -> Iterator[str]:
    """Every route of the house, those of allauth among them, written as Django writes the route of a match."""
    for entry in (resolver or get_resolver()).url_patterns:
        pattern = str(entry.pattern)
        route = before + (pattern.removeprefix("^") if before else pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry, route)
        else:
            yield route


def route_of(row: Row) -> str:
    """The route a row is about; which thing its address names does not matter for that."""
    return resolve(re.sub(r"{(\w+)}", lambda place: EXAMPLES.get(place[1], "7"), row.address)).route


def test_every_route_stands_in_the_table():
    assert sorted(set(routes()) - {route_of(row) for row in every_row()}) == []


@pytest.mark.parametrize("table", TABLES)
def test_everybody_gets_what_the_table_says(table, sender):
    wrong = []
    for row in rows_of(table):
        found = {person: letter(row, sender.send(row, person)) for person in PEOPLE}
        wrong += [f"{row}: {person} {row.cells[person]} came {found[person]}" for person in PEOPLE if found[person] != row.cells[person]]
    assert not wrong, "\n".join(["what the table says, and what came:", *wrong])


def test_no_other_method_is_answered(sender):
    by_route = {route_of(row): row for row in every_row()}
    known = {(row.method, route_of(row)) for row in every_row()}
    others = [(row, method) for route, row in by_route.items() for method in METHODS if (method, route) not in known]
    assert [f"{method} {row}" for row, method in others if is_answered(sender, row, method)] == []


def is_answered(sender: Sender, row: Row, method: str) -> bool:
    """Whether neither somebody who may everything nor a stranger is told that there is no such thing."""
    return not {sender.send(row, person, method).status_code for person in ("host", "stranger")} & {404, 405}


@pytest.mark.parametrize("table", TABLES)
def test_answers_have_the_shape_that_is_promised_and_let_no_foreign_script_in(table, sender):
    for row in rows_of(table):
        if row.welcome:
            answer = sender.send(row, row.welcome)
            policy = answer.headers["Content-Security-Policy"]
            assert "script-src 'self';" in f"{policy};" or policy.startswith("default-src 'none'; sandbox"), row
            assert "unsafe" not in policy, row
            assert shape(answer) == ("" if row.works.isdecimal() else row.works), row


def shape(answer) -> str:
    """A whole page, a part of one, data, or nothing to look at."""
    if answer.status_code != 200:
        return ""
    if not answer.headers["Content-Type"].startswith("text/html"):
        return "data"
    return "page" if b"<html" in answer.content else "part"


def test_a_form_that_was_forged_changes_nothing(sender):
    writing = [row for row in every_row() if row.method != "GET" and row.welcome and row.address not in BY_THE_LINK_ALONE]
    assert [str(row) for row in writing if sender.send(row, row.welcome, enforce_csrf_checks=True).status_code != 403] == []
