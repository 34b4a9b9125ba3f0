"""Thousands of spaces make no page heavier: as many queries and as many bytes as with a few."""

import re
from datetime import timedelta
from html import unescape

import pytest

from junto.kit.clock import now
from junto.spaces.models import Invitation, JoinRequest, Membership, Space
from tests.queries import queries_of

PAGES = [
    "/spaces/",
    "/spaces/?order=name",
    "/spaces/?kind=team",
    "/spaces/?words=number",
    "/spaces/?mine=1",
    "/spaces/new/",
    "/spaces/repairs/",
    "/spaces/repairs/people/",
    "/spaces/repairs/settings/",
    "/spaces/repairs/requests/",
    "/spaces/repairs/invitations/",
    "/spaces/repairs/invitations/candidates/?words=e",
]


def many(count, person=None):
    """That many spaces, every fifth hidden; all with the person in them, when one is given."""
    began = Space.objects.count()
    rows = [row(began + number) for number in range(count)]
    Space.objects.bulk_create(rows, batch_size=500)
    if person:
        Membership.objects.bulk_create([Membership(space=space, person=person) for space in rows], batch_size=500)
    return rows


def row(number):
    hidden = number % 5 == 0
    space = Space(
        name=f"Space number {number:05}",
        slug=f"s-{number}",
        purpose="So that there are many.",
        kind="team" if number % 2 else "pair",
        visibility="hidden" if hidden else "all",
        joining="invitation" if hidden else "open",
        people_count=number,
        last_activity_at=now() - timedelta(minutes=number),
    )
    space.fold_words()
    return space


@pytest.fixture
def busy(cleo, repairs, ada, eve, dana):
    """Repairs with something on each of its pages."""
    many(60, person=cleo)
    JoinRequest.objects.create(space=repairs, person=dana)
    Invitation.objects.to_person(eve, space=repairs, by=cleo)
    Space.objects.filter(pk=repairs.pk).update(last_activity_at=now() + timedelta(days=1))


@pytest.mark.usefixtures("busy")
def test_three_thousand_spaces_cost_no_page_a_query_or_a_kilobyte(signed_in, cleo):
    browser = signed_in(cleo)
    few = {path: measured(browser, path) for path in PAGES}
    many(3000, person=cleo)
    for path in PAGES:
        queries, size = measured(browser, path)
        assert queries == few[path][0], path
        assert abs(size - few[path][1]) < 1024, path
        assert size < 60_000, path


def measured(browser, path):
    browser.get(path)
    return queries_of(lambda: browser.get(path)), len(browser.get(path).content)


def test_following_the_pages_shows_every_space_once_and_no_hidden_one(signed_in, eve):
    many(130)
    browser, path, seen = signed_in(eve), "/spaces/?order=name", []
    while path:
        text = browser.get(path).content.decode()
        seen += re.findall(r">(Space number \d+)<", text)
        further = re.search(r'href="([^"]+)" rel="next"', text)
        path = unescape(further[1]) if further else ""
    assert seen == sorted(seen)
    assert len(seen) == len(set(seen)) == 104


def test_a_space_that_wakes_up_between_two_pages_makes_none_vanish(signed_in, eve):
    rows = many(60)
    browser = signed_in(eve)
    first = browser.get("/spaces/").content.decode()
    Space.objects.filter(pk=rows[59].pk).update(last_activity_at=now() + timedelta(days=1))
    path = unescape(re.search(r'href="([^"]+)" rel="next"', first)[1])
    seen = re.findall(r">(Space number \d+)<", first + browser.get(path).content.decode())
    assert len(seen) == len(set(seen)) == 40
