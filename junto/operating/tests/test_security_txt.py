"""Whoever finds a hole in this Junto finds whom to tell, when the operator has said so."""

from datetime import datetime, timedelta

import pytest

from junto.config import env
from junto.kit.clock import now

FILE = "/.well-known/security.txt"


def test_the_file_names_the_contact_until_when_it_holds_and_where_it_stands(client, settings):
    settings.SECURITY_CONTACT, settings.JUNTO_URL = "mailto:security@example.org", "https://junto.example.org"
    answer = client.get(FILE)
    said = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert (said["Contact"], said["Canonical"]) == ("mailto:security@example.org", f"https://junto.example.org{FILE}")
    assert timedelta(days=100) < datetime.fromisoformat(said["Expires"]) - now() < timedelta(days=365)


def test_without_a_contact_there_is_no_such_file(client, db):
    assert client.get(FILE).status_code == 404


@pytest.mark.parametrize("given", ["security@example.org", "http://example.org/", "mailto:a@b\nContact: mailto:evil@example.org"])
def test_a_contact_that_nobody_can_use_is_refused_at_the_start(given, monkeypatch):
    monkeypatch.setenv("JUNTO_SECURITY_CONTACT", given)
    with pytest.raises(env.WrongSetting, match="mailto:security@example.org"):
        env.contact("JUNTO_SECURITY_CONTACT")
