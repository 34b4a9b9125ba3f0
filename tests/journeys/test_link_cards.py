"""Somebody writes a link on a line of its own: while they look, it becomes a card; with one press it is only a link again."""

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import expect

from junto.kit.fetch.tests.web import answer, web
from tests import checker
from tests.checker import EVERY_VIEW

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = b'<title>Why check valves stick</title><meta name="description" content="A grain of sand is enough.">'


@pytest.fixture
def article(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"
    with web() as site:
        settings.FETCH, settings.FETCH_INSIDE = True, [site.host]
        yield site.at("/article", answer(PAGE))


def test_a_link_becomes_a_card_before_ones_eyes_and_can_be_taken_off(article, house, visit, question, ben):
    page = visit(ben, bypass_csp=True)
    page.goto(f"{house.url}/threads/{question.pk}/")
    page.get_by_role("textbox").last.fill(f"Read this:\n\n{article}")
    page.get_by_role("button", name="Answer", exact=True).click()
    title = page.get_by_role("link", name="Why check valves stick")
    expect(title).to_be_visible()
    page.add_style_tag(content=checker.AT_ONCE)
    page.add_script_tag(path=AXE_FILE_PATH)
    assert [checker.found(page, *view) for view in EVERY_VIEW] == [[]] * len(EVERY_VIEW)
    page.get_by_role("button", name="Take this card off: Why check valves stick").click()
    expect(title).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(title).to_be_visible()
