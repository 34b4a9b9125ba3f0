"""Nothing a person wrote is ever lost, whatever becomes of the tab, the connection or the session."""

import pytest

KEPT = "Draft kept at"
BACK = "are back"


@pytest.fixture
def page(visit, house, ada):
    page = visit(ada)
    page.goto(house.url + "/design/")
    page.wait_for_selector("junto-editor:defined")
    return page


def box(page):
    return page.get_by_label("Your answer")


def answered(page, status: int) -> None:
    """Gives the editor a server for drafts that answers like this."""
    page.unroute_all()
    page.route("**/draft/", lambda route: route.fulfill(status=status, body=""))


def with_server(page, status: int = 204) -> None:
    answered(page, status)
    page.evaluate("document.querySelector('junto-editor').dataset.draftUrl = '/draft/'")


def opened_again(page):
    page.reload()
    page.wait_for_selector("junto-editor:defined")
    return box(page).input_value()


def copies(page) -> int:
    return page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('junto:draft:')).length")


def test_words_survive_a_closed_tab(page):
    box(page).press_sequentially("Look at the check valve.")
    assert opened_again(page) == "Look at the check valve."
    assert BACK in page.locator(".editor-kept").inner_text()


def test_the_copy_of_the_browser_goes_when_the_server_has_the_words(page):
    with_server(page)
    box(page).press_sequentially("Look at the check valve.")
    page.get_by_text(KEPT).wait_for()
    assert copies(page) == 0


def test_words_survive_a_lost_connection(page):
    page.route("**/draft/", lambda route: route.abort())
    page.evaluate("document.querySelector('junto-editor').dataset.draftUrl = '/draft/'")
    box(page).press_sequentially("Rinse it.")
    page.get_by_text("Draft kept in this browser").wait_for()
    assert opened_again(page) == "Rinse it."


def test_words_survive_a_session_that_ended_and_the_foot_says_so(page):
    with_server(page, 401)
    box(page).press_sequentially("Rinse it.")
    page.get_by_text("You are signed out. Your words are kept in this browser.").wait_for()
    assert page.locator(".editor-kept a").get_attribute("href")
    assert opened_again(page) == "Rinse it."


def test_the_server_says_with_a_cookie_that_a_form_went_through(page, house):
    box(page).press_sequentially("Rinse it.")
    page.context.add_cookies([{"name": "junto-taken", "value": "living", "url": house.url}])
    assert opened_again(page) == ""
    assert copies(page) == 0
    assert all(cookie["name"] != "junto-taken" for cookie in page.context.cookies())


def test_another_person_on_the_same_machine_does_not_meet_the_words(page, house, ben):
    box(page).press_sequentially("Between us.")
    page.context.add_cookies([house.cookie_of(ben)])
    assert opened_again(page) == ""


def test_tools_write_marks_and_take_them_away_again(page):
    box(page).fill("valve")
    box(page).select_text()
    page.get_by_role("button", name="Bold").click()
    assert box(page).input_value() == "**valve**"
    page.get_by_role("button", name="Bold").click()
    assert box(page).input_value() == "valve"
    page.get_by_role("button", name="Quote").click()
    assert box(page).input_value() == "> valve"


def test_the_tools_are_one_stop_and_the_arrows_move_in_them(page):
    page.get_by_role("button", name="Bold").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.ariaLabel") == "Italic"


def test_somebody_can_be_mentioned(visit, house, ada):
    page = visit(ada)
    page.route("**/people-here/**", lambda route: route.fulfill(json={"people": [PERSON]}))
    page.goto(house.url + "/design/")
    page.wait_for_selector("junto-editor:defined")
    page.evaluate(RENEWED)
    box(page).press_sequentially("Ask @be")
    page.get_by_role("option", name="Ben").wait_for()
    page.keyboard.press("Enter")
    assert box(page).input_value() == "Ask @[Ben Yılmaz](person:3) "


PERSON = {"name": "Ben Yılmaz", "note": "Field technician", "insert": "@[Ben Yılmaz](person:3)", "initials": "BY", "tone": 4}
# The editor of the living page knows nobody to mention; a copy of it that does is put in its place.
RENEWED = """() => {
  const editor = document.querySelector("junto-editor");
  const copy = document.createElement("div");
  copy.innerHTML = editor.outerHTML.replace("<junto-editor", '<junto-editor data-mention-url="/people-here/"');
  editor.replaceWith(copy.firstElementChild);
}"""
