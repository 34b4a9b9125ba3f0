"""Strings written to do harm, in every field where people can write, shown on every page: nothing of them runs."""

import re
from urllib.parse import urlencode

import pytest
from django.db import connection

from junto.people.models import Person
from tests.access.rows import every_row
from tests.journeys.detector import Detector
from tests.journeys.hostile import Planter, in_bunches, naughty, scripts
from tests.shared import needs_shared

pytestmark = [needs_shared, pytest.mark.django_db(transaction=True)]
ATTACK = "<img src=x onerror=alert(1)>"
POLICY = {"Content-Security-Policy": "script-src 'self'"}
SEARCHES = ("/search/", "/search/finds/", "/search/go/", "/command/", "/spaces/", "/people/")
IN_FULL = connection.vendor == "sqlite"
"""What a page does with a text does not depend on the database; on the other one a part is enough."""


@pytest.fixture
def window(visit, house, olga):
    """A browser of the owner's, watched; gives a way to look at addresses."""
    page = visit(olga)
    detector = Detector(page.context)

    def look(*addresses: str) -> None:
        for address in addresses:
            page.goto(house.url + address)
            detector.look(page)
        assert detector.caught == []

    look.page, look.detector = page, detector
    return look


@pytest.fixture
def planter(signed_in, olga):
    return Planter(signed_in(olga), scripts()[::97] + naughty()[::7])


@pytest.mark.parametrize(
    ("body", "headers", "what"),
    [
        (ATTACK, {}, "alert was called"),
        (ATTACK, POLICY, "refused inline"),
        (ATTACK, {}, "img onerror="),
        ("<a href=' java\nscript:alert(1)'>", {}, "a href="),
        ("<script>alert(1)</script>", {}, "<script>"),
        ("<p class=read><b hx-get=/people/me/erasure/>", {}, "in a text"),
    ],
)
def test_the_detector_is_tripped_by_what_it_is_there_for(chromium, body, headers, what):
    page = chromium.new_page()
    detector = Detector(page.context)
    page.route("**/*", lambda route: route.fulfill(body=f"<!doctype html>{body}", content_type="text/html", headers=headers))
    page.goto("http://localhost/control/")
    detector.look(page)
    page.context.close()
    assert [caught for caught in detector.caught if what in caught]


def test_nothing_of_thousands_of_hostile_texts_runs(window, question, olga):
    texts = list(in_bunches(scripts() + naughty()))[:: 1 if IN_FULL else 6]
    for text in texts:
        question.reply(by=olga, source=text)
    address, shown = f"/threads/{question.pk}/", 0
    while address:
        window(address)
        shown += window.page.locator("#posts > .post").count()
        later = window.page.locator("a[rel=next]")
        address = later.get_attribute("href") if later.count() else ""
    assert shown == len(texts)


def test_nothing_runs_wherever_hostile_words_are_shown(scene, window, planter):
    worlds = [scene["repairs"] | planter.everything() for _ in range(3 if IN_FULL else 1)]
    rows = [row for row in every_row() if row.method == "GET" and row.works in ("page", "part") and row.place == "repairs"]
    of_things = [row.address for row in rows if re.search("{(space|thread|post)}", row.address)]
    window(*(row.address.format(**worlds[0]) for row in rows if row.address not in of_things))
    for world in worlds:
        window(*(address.format(**world) for address in of_things))


def test_nothing_runs_in_long_lists_of_hostile_names(window, planter, house):
    for number in range(40):
        Person.objects.join(name=planter.word(120), email=f"{number}@example.org", what_i_do=planter.word(200), place=planter.word(120))
    spaces = [planter.space() for _ in range(12)]
    for space in spaces:
        planter.thread(space)
    window("/", "/people/", "/people/all/", "/spaces/", "/drafts/", "/inbox/", "/search/?words=type:space", "/search/?words=type:thread")
    for _ in range(8 if IN_FULL else 2):
        asked = urlencode({"words": planter.word(200), "q": planter.word(40), "title": planter.word(200)})
        window(*(f"{address}?{asked}" for address in SEARCHES), f"/ask/?{asked}", f"/topics/suggestions/?{asked}")


def test_nothing_runs_while_hostile_words_are_typed(window, planter):
    planter.thread(planter.space())
    for string in [planter.word(200) for _ in range(6 if IN_FULL else 2)]:
        window("/")
        window.page.get_by_label("What do you need to find out?").fill(string)
        window.page.keyboard.press("Escape")
        window.page.get_by_role("link", name="Find or do").click()
        window.page.get_by_role("combobox", name="Find or do").fill(string)
        window.page.get_by_role("option").first.wait_for()
        window.detector.look(window.page)
        window("/ask/")
        window.page.get_by_label("What have you tried").fill(f"{string}\n\n@Ada")
        window.page.get_by_role("button", name="Preview").click()
        window.page.get_by_role("region", name="Preview").wait_for()
        window.detector.look(window.page)
    assert window.detector.caught == []


@pytest.mark.dear
def test_no_form_breaks_over_a_string(signed_in, olga, repairs, question):
    repairs.add(olga, role="host")
    browser = signed_in(olga)
    forms = every_form(repairs.slug, question.pk)
    for string in naughty()[:: 3 if IN_FULL else 9]:
        for address, fields in forms:
            assert browser.post(address, dict.fromkeys(fields, string)).status_code < 500, (address, string)
        assert browser.get("/search/", {"words": string}).status_code == 200, string


def every_form(space: str, thread: int) -> list[tuple[str, tuple[str, ...]]]:
    """Forms with words in them; what a hostile string breaks in one place it breaks for all that use the same field."""
    return [
        ("/people/me/", ("name", "pronouns", "what_i_do", "department", "place", "languages", "ask_me_about", "time_zone", "language")),
        (f"/spaces/{space}/settings/", ("name", "purpose", "topics", "kind", "joining", "visibility")),
        (f"/spaces/{space}/invitations/people/", ("who", "person", "role")),
        ("/ask/", ("title", "text", "topics", "space", "kind", "draft_key")),
        ("/drafts/ask/", ("title", "text", "topics", "space", "kind")),
        (f"/threads/{thread}/links/", ("other", "kind")),
    ]
