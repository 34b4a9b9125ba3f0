"""A real browser at a real house.

    def test_it_can_be_read(visit, house, ada):
        page = visit(ada, width=390, scheme="dark", java_script_enabled=False)
        page.goto(house.url + "/design/")

The worker that keeps pages for when there is no network comes only with `service_workers="allow"`: most tests are about something else.
Every page a test opens must get by without an error of its scripts and without anything the content policy refuses. The checker
for accessibility (axe) writes styles into the page; give it a window with `bypass_csp=True`.
"""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from junto.config.quality.machine import BROWSERS, SHELL, found
from junto.people.models import Person
from tests.server import House

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of a run, the small one where it is there."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps a loop in this thread, which Django takes for asynchronous code
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found(SHELL, *BROWSERS) or None, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def whole_chromium(chromium: Browser) -> Iterator[Browser]:
    """The whole one, for what the small one does not have: workers that stand before the network."""
    browser = chromium.browser_type.launch(executable_path=found(*BROWSERS) or None, args=[*QUIET, "--headless=new"])
    yield browser
    browser.close()


@pytest.fixture
def visit(request: pytest.FixtureRequest, chromium: Browser, house: House) -> Iterator[Visit]:
    """Opens a browser window of its own, signed in as somebody or as a stranger."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_window(somebody: Person | None = None, width: int = 1280, scheme: str = "light", **context_options: Any) -> Page:
        options = {"service_workers": "block", **context_options}
        browser = chromium if options["service_workers"] == "block" else request.getfixturevalue("whole_chromium")
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **options)
        contexts.append(context)
        if somebody:
            context.add_cookies([house.cookie_of(somebody)])
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        context.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)
        return context.new_page()

    yield open_window
    for context in contexts:
        context.close()
    assert wrong == []
