"""Somebody who leaves many tabs open is let in to the next one, hears of everything in all of them, and stops nobody."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.on_every_database]
PLACES = ("/", "/inbox/", "/spaces/", "/spaces/repairs/", "/spaces/repairs/threads/", "/people/", "/drafts/")


def waiting(page):
    return page.get_by_role("navigation", name="Places").get_by_role("link", name="Inbox")


@pytest.fixture
def tabs(visit, house, ada, question):
    """Seven tabs of one browser, each on another page; and the thread in three more."""
    first = visit(ada)
    pages = [first, *(first.context.new_page() for _ in range(9))]
    for page, address in zip(pages, [*PLACES, *[f"/threads/{question.pk}/"] * 3], strict=True):
        page.goto(house.url + address)
        expect(page.get_by_role("main")).to_be_visible()
    return pages


def test_ten_tabs_load_while_all_listen_and_all_are_told(tabs, question, ben):
    question.reply(by=ben, source="Look at the check valve.")
    for page in tabs:
        expect(waiting(page)).to_contain_text("1 waiting")
    for page in tabs[-3:]:
        expect(page.get_by_text("One new post – show")).to_be_visible()


def test_ten_tabs_stop_nobody(tabs, visit, house, ben, question):
    other = visit(ben)
    other.goto(f"{house.url}/threads/{question.pk}/")
    other.get_by_label("Know more? Add an answer").fill("Look at the check valve.")
    other.get_by_role("button", name="Answer", exact=True).click()
    expect(other.get_by_role("article", name="Answer by Ben")).to_be_visible()
    expect(waiting(tabs[1])).to_contain_text("1 waiting")
    tabs[0].reload()
    expect(waiting(tabs[0])).to_contain_text("1 waiting")
