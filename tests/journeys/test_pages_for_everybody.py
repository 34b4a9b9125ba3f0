"""Everybody can read and use every page: the checker (axe) finds nothing, narrow and wide, light and dark; nothing sticks out."""

import pytest
from axe_playwright_python.base import AXE_FILE_PATH

from tests.access.bodies import ASKED
from tests.access.rows import every_row
from tests.checker import AT_ONCE, found, views_of

pytestmark = pytest.mark.django_db(transaction=True)
SHOWN_APART = "/design/"
"""In all views: junto/design/tests/test_living_page.py."""
PARTS = 4
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
