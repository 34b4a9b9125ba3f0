"""Somebody asks from a page that is not Junto's: by the bookmark, and by the extension in a Chromium of its own."""

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import BrowserContext, expect

from junto.config.quality.machine import BROWSERS, found
from tests.browser import QUIET

EXTENSION = Path(__file__).parent.parent.parent / "extension"
HOUSE = "http://localhost:8000"
"""Nothing needs to stand there: the test answers in its place."""


def brought(address: str) -> dict[str, str]:
    """What stands in the address of the page that opened."""
    assert urlsplit(address).path in ("/share/", "/account/login/"), address
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


@pytest.mark.django_db(transaction=True)
def test_the_bookmark_brings_title_address_and_selected_words(visit, house, ada, question):
    page = visit(ada)
    page.goto(house.url + "/from-any-page/")
    bookmark = page.get_by_role("link", name="Ask in Junto").get_attribute("href")
    page.goto(f"{house.url}/threads/{question.pk}/#here")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('h1'))")
    # A browser runs a bookmark past the content policy of the page; so does its debugger, and nothing else does.
    with page.expect_popup() as opened:
        page.context.new_cdp_session(page).send(
            "Runtime.evaluate", {"expression": unquote(bookmark.removeprefix("javascript:")), "userGesture": True}
        )
    said = brought(opened.value.url)
    assert said["title"] == page.title()
    assert said["url"] == page.url
    assert said["text"] == f"> {question.title}"


@pytest.fixture
def extended(chromium, tmp_path):
    """A Chromium with the extension in it."""
    path = found(*BROWSERS) or None
    args = [*QUIET, "--headless=new", f"--disable-extensions-except={EXTENSION}", f"--load-extension={EXTENSION}"]
    with_extension = chromium.browser_type.launch_persistent_context(tmp_path, executable_path=path, headless=False, args=args)
    yield with_extension
    with_extension.close()


def worker_of(browser: BrowserContext):
    """The extension itself."""
    return browser.service_workers[0] if browser.service_workers else browser.wait_for_event("serviceworker", timeout=20_000)


def test_the_extension_is_told_where_junto_is_and_opens_it(extended):
    worker = worker_of(extended)
    options = extended.pages[0]
    options.wait_for_url("**/options.html")  # which it opens by itself when it comes
    field, said = options.get_by_label("The address of your Junto"), options.get_by_role("status")
    field.fill("javascript:alert(1)")
    options.get_by_role("button", name="Keep it so").click()
    expect(said).to_contain_text("That is no address of a Junto")
    field.fill(HOUSE + "/spaces/?x#y")
    options.get_by_role("button", name="Keep it so").click()
    expect(said).to_have_text("Kept.")
    expect(field).to_have_value(HOUSE)

    extended.route(f"{HOUSE}/**", lambda route: route.fulfill(body="Here is Junto."))
    tab = '{ id: 1, index: 0, title: "A page", url: "https://pages.example.com/pumps?a=1" }'
    with extended.expect_page() as opened:
        worker.evaluate(f"chrome.action.onClicked.dispatch({tab})")
    opened.value.wait_for_url("**/share/**")
    assert brought(opened.value.url) == {"title": "A page", "url": "https://pages.example.com/pumps?a=1"}
    chosen = '{ menuItemId: "selection", selectionText: "Rinse it,\\nthen dry it.", pageUrl: "https://pages.example.com/pumps" }'
    with extended.expect_page() as opened:
        worker.evaluate(f"chrome.contextMenus.onClicked.dispatch({chosen}, {tab})")
    opened.value.wait_for_url("**/share/**")
    assert brought(opened.value.url) == {"title": "A page", "text": "> Rinse it,\n> then dry it.", "url": "https://pages.example.com/pumps"}
