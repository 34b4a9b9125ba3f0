"""Somebody whose language is read from right to left asks, reads and finds: every page turns, and nothing sticks out of it."""

import re

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from django.db import connection
from playwright.sync_api import Page, expect

from junto.posts.models import Thread
from tests.checker import AT_ONCE, found

pytestmark = pytest.mark.django_db(transaction=True)
PAGES = ("/", "/spaces/repairs/", "/threads/{thread}/", "/ask/?space=repairs", "/inbox/", "/search/?words=pump", "/addresses/")
LOOKED_AT = PAGES if connection.vendor == "sqlite" else PAGES[:2]
"""The pages are the same on both databases."""
TURNED = "\u202e"
RAIL_FROM = 900


@pytest.fixture
def reader(ada, from_right_to_left):
    """Ada, who reads that language."""
    ada.change_profile(language=from_right_to_left)
    return ada


def as_it_was(page: Page, width: int) -> list[str]:
    """What has not turned: the page, its text, the rail beside it. And whether something sticks out of the window."""
    page.set_viewport_size({"width": width, "height": 900})
    wide, *directions = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.dir, getComputedStyle(document.querySelector('main')).direction]"
    )
    said = [f"{wide} wide"] if wide > width else []
    said += [] if directions == ["rtl", "rtl"] else [f"reads {directions}"]
    if width < RAIL_FROM:
        return said
    rail, main = (page.locator(name).bounding_box() or {"x": 0} for name in (".rail", "main"))
    return said + (["the rail stands on the left"] if rail["x"] <= main["x"] else [])


def test_every_page_turns_and_nothing_sticks_out(visit, house, reader, question, answer, work_done):
    page = visit(reader, bypass_csp=True)
    page.context.add_init_script(path=AXE_FILE_PATH)
    wrong = []
    for address in LOOKED_AT:
        page.goto(house.url + address.format(thread=question.pk))
        page.add_style_tag(content=AT_ONCE)
        said = [*as_it_was(page, 1280), *as_it_was(page, 390), *found(page, 390, "light")]
        wrong += [f"{address}: {what}" for what in said]
    assert not wrong, "\n".join(wrong)


def test_a_question_is_asked_answered_and_found(visit, house, reader, ben, repairs):
    page = visit(reader, width=390)
    page.goto(house.url + "/ask/?space=repairs")
    page.locator("[name=title]").fill("Why does the pump hum?")
    page.locator("[name=text]").fill("It hums **loudly**.")
    page.locator("form#ask .form-acts button").click()
    page.wait_for_url(re.compile(r"/threads/\d+/"))
    thread = Thread.objects.get(title="Why does the pump hum?")
    expect(page.locator("main h1")).to_have_text("Why does the pump hum?")
    # What people wrote stays as they wrote it, in its own direction; what the house says is turned.
    assert page.locator(".post strong", has_text="loudly").evaluate("element => getComputedStyle(element.closest('p')).direction") == "ltr"
    assert TURNED in page.locator("main").inner_text()

    thread.reply(by=ben, source="Look at the bearing.")
    expect(page.locator(".waiting")).to_contain_text("1")
    page.goto(house.url + "/inbox/")
    page.locator("main a", has_text="Why does the pump hum?").first.click()
    expect(page.get_by_text("Look at the bearing.")).to_be_visible()
    page.goto(house.url + "/search/?words=bearing")
    expect(page.locator("main .row").first).to_contain_text("Why does the pump hum?")


def test_nobody_is_offered_that_language(signed_in, ada):
    page = signed_in(ada).get("/people/me/").content.decode()
    assert "ar-xb" not in page
    assert 'lang="en"' in signed_in(ada).get("/", headers={"accept-language": "ar-xb"}).content.decode()
