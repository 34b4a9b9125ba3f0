"""Everybody can read and use every page: the checker (axe) finds nothing, narrow and wide, light and dark; nothing sticks out."""

import pytest
from axe_playwright_python.base import AXE_FILE_PATH

from junto.posts.models import Thread
from junto.spaces.models import Space
from tests import village
from tests.access.bodies import ASKED
from tests.access.rows import every_row
from tests.checker import AT_ONCE, found, views_of

pytestmark = pytest.mark.django_db(transaction=True)
SHOWN_APART = "/design/"
"""In all views: junto/design/tests/test_living_page.py."""
PARTS = 4
LONG = "Umwälzpumpenventilsteuerung" * 4
ERRORS = {"/nowhere/": "owner", "/people/all/": "host"}


def pages() -> list[tuple[str, str]]:
    """The address and the reader of every page in the table: as whoever sees the most of it, and as somebody who does not belong."""
    rows = [row for row in every_row() if row.method == "GET" and row.works == "page" and row.welcome and row.address != SHOWN_APART]
    seen = [(row.address, row.welcome) for row in rows if row.place == "repairs"]
    from_outside = [(row.address, "other") for row in rows if row.place == "bench" and row.cells["other"] == "+"]
    return [*seen, *from_outside, *ERRORS.items()]


@pytest.fixture
def reader(visit, house, cast):
    """A window for each person, in which the checker is at hand."""
    windows = {}

    def of(person):
        if person not in windows:
            windows[person] = visit(cast[person], bypass_csp=True)
            windows[person].context.add_init_script(path=AXE_FILE_PATH)
        return windows[person]

    return of


@pytest.mark.parametrize("part", range(PARTS))
def test_the_checker_finds_nothing_on_any_page(part, scene, cast, house, reader):
    wrong = []
    for turn, (address, person) in enumerate(pages()[part::PARTS]):
        page, place = reader(person), "bench" if person == "other" else "repairs"
        page.goto(house.url + address.format(**scene[place]) + ASKED.get(address, ""))
        page.add_style_tag(content=AT_ONCE)
        wrong += [f"{address} as {person}, {view}: {what}" for view in views_of(turn) for what in found(page, *view)]
    assert not wrong, "\n".join(wrong)


def test_a_word_longer_than_the_page_breaks_and_nothing_sticks_out(visit, house, work_done):
    """Nothing but long words: in names, in what a space is for, in what was asked."""
    ada, ben = village.person(LONG), village.person(f"Ben {LONG}")
    space = Space.objects.start(by=ada, name=LONG, purpose=LONG)
    space.add(ben)
    thread = Thread.objects.open(space, by=ada, title=LONG, source="It hums.")
    thread.reply(by=ben, source=LONG)
    work_done()
    here, page = f"/spaces/{space.slug}/", visit(ada)
    wide = []
    for address in ("/", "/spaces/", "/inbox/", here, f"{here}threads/", f"/threads/{thread.pk}/", f"/people/{ada.pk}/"):
        page.goto(house.url + address)
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((address, width))
    assert not wide
