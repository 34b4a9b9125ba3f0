"""The living page shows every part, and the checker finds nothing on it in any light and at any width."""

import re

from axe_playwright_python.base import AXE_FILE_PATH

from junto.config.settings import HOUSE
from junto.design.samples import PARTS
from tests.checker import AT_ONCE, EVERY_VIEW, found

COMPONENTS = HOUSE / "design" / "templates" / "design" / "components"
LIVING = HOUSE / "design" / "templates" / "design" / "living"


def test_every_component_stands_on_the_living_page():
    shown = "".join(path.read_text() for path in [*LIVING.glob("*.html"), LIVING.parent / "page.html"])
    assert [path.name for path in COMPONENTS.glob("*.html") if f"components/{path.name}" not in shown] == []


def test_every_part_is_drawn(signed_in, ada):
    page = signed_in(ada).get("/design/").content.decode()
    for name, _title in PARTS:
        assert f'<h2 id="{name}">' in page


def test_it_is_for_people_who_are_signed_in(client, db):
    assert client.get("/design/").status_code == 302


def test_the_checker_finds_nothing_and_nothing_is_wider_than_the_window(visit, house, ada):
    page = visit(ada, bypass_csp=True)
    page.context.add_init_script(path=AXE_FILE_PATH)
    page.goto(house.url + "/design/")
    page.wait_for_function("() => Boolean(customElements.get('junto-toasts'))")
    page.add_style_tag(content=AT_ONCE)
    assert [(view, what) for view in EVERY_VIEW for what in found(page, *view)] == []


def test_light_and_dark_stand_in_one_place():
    """So a page that is well in one light at one width, and in the other at the other, is well in all (tests/checker.py)."""
    speaks = re.compile(r"prefers-color-scheme|data-theme|light-dark\(")
    assert [path.name for path in HOUSE.glob("*/static/**/*.css") if speaks.search(path.read_text())] == ["tokens.css"]


def test_light_or_dark_is_remembered(visit, house, ada):
    page = visit(ada)
    page.goto(house.url + "/design/")
    page.get_by_role("button", name="Light or dark").first.click()
    page.goto(house.url + "/design/keys/")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).colorScheme") != "light"


def test_a_dialog_opens_without_script(visit, house, ada):
    page = visit(ada, java_script_enabled=False)
    page.goto(house.url + "/design/")
    page.get_by_role("button", name="Close this thread").click()
    assert page.get_by_text("Say what you think now").is_visible()
    page.get_by_role("button", name="Not now").last.click()
    assert not page.get_by_text("Say what you think now").is_visible()


def test_a_press_takes_something_along(visit, house, ada):
    page = visit(ada, permissions=["clipboard-read", "clipboard-write"])
    page.goto(house.url + "/design/")
    page.get_by_role("button", name="Copy").last.click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.get_by_label("What you wrote").input_value()
