"""The first visitor of a new Junto becomes its owner."""

from datetime import timedelta

import pytest

from junto.kit.clock import now
from junto.people.models import OwnerLink, Person

GIVEN = {"name": "Olga Petrova", "email": "Olga@Example.org", "password": "a lamp in the window"}


@pytest.fixture
def link(db):
    return f"/people/owner/{OwnerLink.make()}/"


def test_whoever_opens_the_link_names_themselves_and_owns_the_house(client, link):
    assert client.post(link, GIVEN).url == "/"
    (olga,) = Person.objects.all()
    assert (olga.name, olga.email, olga.is_owner) == ("Olga Petrova", "olga@example.org", True)
    assert client.get("/people/all/").status_code == 200


@pytest.mark.parametrize(("told", "kept"), [("Europe/Lisbon", "Europe/Lisbon"), ("Middle/Earth", "UTC"), ("", "UTC")])
def test_somebody_new_begins_in_the_time_zone_their_browser_is_in(client, link, told, kept):
    client.cookies["junto-zone"] = told
    client.post(link, GIVEN)
    assert Person.objects.get().time_zone == kept


def test_looking_does_not_use_the_link_up(client, link):
    for _ in range(3):
        assert client.get(link).status_code == 200
    assert client.post(link, GIVEN).status_code == 302


def test_a_mistake_does_not_use_the_link_up_and_keeps_what_was_typed(client, link):
    page = client.post(link, {**GIVEN, "password": "olga@example.org"}).content.decode()
    assert "Olga Petrova" in page
    assert "a lamp" not in page
    assert not Person.objects.exists()
    assert client.post(link, GIVEN).status_code == 302


def test_the_link_works_once(client, link):
    client.post(link, GIVEN)
    again = {**GIVEN, "email": "eve@example.org"}
    assert client.get(link).status_code == client.post(link, again).status_code == 404
    assert Person.objects.count() == 1


def test_of_two_visitors_in_the_same_moment_one_comes_too_late(link, db):
    token = link.split("/")[-2]
    first, second = OwnerLink.opened_by(token), OwnerLink.opened_by(token)
    assert [first.use_up(), second.use_up()] == [True, False]


def test_wrong_old_and_replaced_links_all_lead_nowhere(client, link):
    newer = OwnerLink.make()
    OwnerLink.objects.update(made_at=now() - timedelta(hours=25))
    for path in (link, f"/people/owner/{newer}/", "/people/owner/guess/"):
        assert client.get(path).status_code == 404


def test_a_link_is_worth_nothing_once_somebody_owns_the_house(client, link, olga):
    assert client.get(link).status_code == 404


@pytest.mark.parametrize("name", ["", "   ", "\u200b\u200b", "\u202e", "\u3164"])
def test_an_owner_has_a_name_that_can_be_read(client, link, name):
    assert client.post(link, {**GIVEN, "name": name}).status_code == 200
    assert not Person.objects.exists()
