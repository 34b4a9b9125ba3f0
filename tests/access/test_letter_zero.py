"""The letter zero (%00), which PostgreSQL does not take, at every door of the house: nothing fails, whatever it stands in."""

import base64
import dataclasses
import json
import logging
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.test import Client

from tests.access.bodies import ASKED, BODIES
from tests.access.rows import every_row
from tests.access.sending import Sender, letter

ROWS = list({(row.method, row.address): row for row in reversed(every_row())}.values())
"""Every row of the table, those about things in spaces once."""
ASKED_ANYWHERE = ("words", "q", "title", "after", "space", "kind", "topic", "order", "standing", "elsewhere", "next")
NOT_IN_BODIES = dict.fromkeys(("next", "draft_key", "writer", "after", "person", "topics", "taken"), "a\0b")


@pytest.fixture
def sender(scene, cast, caplog) -> Sender:
    caplog.set_level(logging.CRITICAL, "django.request")
    return Sender(scene, cast)


def test_an_address_with_a_zero_leads_nowhere(sender):
    bent = [dataclasses.replace(row, address=address) for row in ROWS for address in with_zero(row.address)]
    found = {str(row): sender.send(row, row.welcome or "host").status_code for row in bent}
    assert {row: status for row, status in found.items() if status != 404} == {}


def with_zero(address: str) -> list[str]:
    """The address with a zero at the end of one of its pieces, for each of them."""
    pieces = address.split("/")
    return ["/".join([*pieces[:at], pieces[at] + "%00", *pieces[at + 1 :]]) for at in range(1, len(pieces) - 1)]


def test_behind_the_question_mark_it_is_passed_over(sender, monkeypatch):
    """Whatever a page is asked, it shows what it shows without the zero."""
    for row in (row for row in ROWS if row.method == "GET"):
        asked = "?" + "&".join(f"{name}=a%00b%%0000" for name in ASKED_ANYWHERE) + "&%00=1"
        monkeypatch.setitem(ASKED, row.address, asked)
        who = row.welcome or "host"
        assert letter(row, sender.send(row, who)) == row.cells[who], row


def test_in_a_form_it_breaks_nothing(sender, monkeypatch):
    for row in (row for row in ROWS if row.method != "GET"):
        usual = BODIES.get(row.address, {})
        for bent in (*({name: value + "\0b"} for name, value in usual.items()), {"_method": "\0"}, NOT_IN_BODIES):
            monkeypatch.setitem(BODIES, row.address, usual | bent)
            assert sender.send(row, row.welcome or "host").status_code < 500, (row, bent)


def test_a_session_with_a_zero_is_no_session(house, db):
    cookie = f'{settings.SESSION_COOKIE_NAME}="{"a" * 8}\\000{"b" * 8}"'
    assert Client(headers={"cookie": cookie}).get("/").status_code == 302
    assert house.get("/stream?topics=thread:1", Cookie=cookie).status == 401


@pytest.mark.parametrize("letter", ["\0", "\ud800"])
def test_a_list_whose_link_holds_what_no_database_takes_begins_at_the_first_page(letter, signed_in, eve):
    after = base64.urlsafe_b64encode(json.dumps([letter, 1]).encode()).decode()
    answer = signed_in(eve).get("/people/?" + urlencode({"after": after}))
    assert eve.name in answer.content.decode()
