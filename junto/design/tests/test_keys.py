"""Everything can be reached by keyboard, quickly if one likes."""

import pytest


@pytest.fixture
def page(visit, house, ada):
    page = visit(ada)
    page.goto(house.url + "/design/")
    page.wait_for_selector("junto-command:defined", state="attached")
    return page


def test_the_command_box_opens_with_a_key_and_closes_with_escape(page):
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="Find or do")
    assert box.is_visible()
    page.keyboard.press("Escape")
    assert not box.is_visible()
    page.keyboard.press("Control+k")
    assert box.is_visible()


def test_the_command_box_goes_where_the_arrows_point(page):
    page.keyboard.press("/")
    page.wait_for_selector("#command-option-1")
    page.route("**/command/**", lambda route: route.fulfill(body=OPTIONS, content_type="text/html"))
    page.keyboard.type("noise")
    page.get_by_role("option", name="Two").wait_for()
    page.keyboard.press("ArrowDown")
    assert page.get_by_role("combobox", name="Find or do").get_attribute("aria-activedescendant") == "command-option-1"
    page.keyboard.press("Enter")
    page.wait_for_url("**/design/keys/")


def test_enter_before_the_list_came_searches_for_the_words_and_takes_nothing_offered_for_others(page):
    page.keyboard.press("/")
    page.wait_for_selector("#command-option-1")
    page.route("**/command/**", lambda route: route.abort())
    page.keyboard.type("noise")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?words=noise")


def test_j_and_k_move_through_what_is_listed(page):
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") != first
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.textContent") == first


def test_the_list_of_keys_opens_and_can_turn_single_keys_off(page):
    page.keyboard.press("?")
    page.get_by_label("Single keys work").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert not page.get_by_role("combobox", name="Find or do").is_visible()
    page.keyboard.press("Control+k")
    assert page.get_by_role("combobox", name="Find or do").is_visible()


def test_keys_are_letters_while_somebody_writes(page):
    page.get_by_label("Your answer").press_sequentially("c / ? j")
    assert page.get_by_label("Your answer").input_value() == "c / ? j"
    assert page.url.endswith("/design/")


def test_escape_closes_a_menu_and_gives_the_focus_back(page):
    more = page.locator("details.menu > summary").first
    more.press("Enter")
    assert page.locator("details.menu[open]").count() == 1
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.locator("details.menu[open]").count() == 0
    assert more.evaluate("each => each === document.activeElement")


OPTIONS = """
<li role="option" aria-selected="false" data-to="/design/#row">One</li>
<li role="option" aria-selected="false" data-to="/design/keys/">Two</li>
"""
