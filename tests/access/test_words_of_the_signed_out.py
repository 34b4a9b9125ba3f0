"""Whoever sends a form after their session ended sees every word of it again, wherever they sent it."""

import pytest
from django.utils.html import escape

from tests.access.bodies import BODIES
from tests.access.rows import every_row
from tests.access.sending import Sender

WRITING = list({(row.method, row.address): row for row in every_row() if row.cells["stranger"] == "!"}.values())
NO_WORDS = ("draft_key", "writer", "space", "kind")
"""What a page put into its form, and what was chosen from a list: handed back it would be an address or a name of the house,
between the words somebody would want to take along."""
HOUR = "an hour of <b>work</b> & care"


@pytest.fixture
def sender(scene, cast) -> Sender:
    return Sender(scene, cast)


@pytest.mark.parametrize("person", ["stranger", "gone"])
def test_every_form_shows_what_was_in_it(person, sender, monkeypatch):
    for row in WRITING:
        words = {name: f"{HOUR} in {name}" for name in {*BODIES.get(row.address, {}), "anything"}}
        monkeypatch.setitem(BODIES, row.address, words)
        answer = sender.send(row, person)
        shown = [text for name, text in words.items() if "password" not in name and name not in NO_WORDS]
        assert answer.status_code == 401, row
        assert [text for text in shown if escape(text) not in answer.content.decode()] == [], row


def test_only_who_does_not_write_is_led_to_sign_in():
    assert {row.method for row in every_row() if row.cells["stranger"] == "?"} == {"GET"}


def test_one_comes_back_to_the_page_of_the_form(client, db):
    headers = {"referer": "http://testserver/people/me/", "host": "testserver"}
    page = client.post("/people/me/", {"what_i_do": "Pumps"}, headers=headers).content.decode()
    assert 'href="/account/login/?next=/people/me/"' in page.replace("%2F", "/")
