"""Open pages hear of what happens: over one connection a browser, also after the tab that held it is gone."""

from collections.abc import Callable

import pytest

from junto.kit.stream.app import hub

TABS = 8
SMALL = "/design/keys/"
SHOWS = """(topic) => {
  const part = document.createElement("div");
  part.dataset.live = topic;
  part.addEventListener("live", (event) => (part.textContent += `${event.detail.kind ?? "all"} `));
  part.id = "part";
  document.querySelector("main").append(part);
  document.dispatchEvent(new CustomEvent("htmx:afterSettle", { detail: { elt: part } }));
}"""


def until(page, holds: Callable[[], bool]) -> None:
    """Waits for something on the server's side, as long as a page waits for something on its own."""
    for _ in range(200):
        if holds():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it did not come to that")


def listens_to(topic: str) -> Callable[[], bool]:
    return lambda: any(topic in client.topics for client in hub.clients)


def heard(page) -> None:
    page.wait_for_function("() => document.getElementById('part').textContent !== ''")
    page.evaluate("document.getElementById('part').textContent = ''")


@pytest.fixture
def tabs(visit, house, ada, question):
    first = visit(ada)
    pages = [first, *(first.context.new_page() for _ in range(TABS - 1))]
    for page in pages:
        page.goto(house.url + SMALL)
        page.evaluate(SHOWS, f"thread:{question.pk}")
    until(first, listens_to(f"thread:{question.pk}"))
    return pages


def test_eight_tabs_hear_over_one_connection(tabs, question, ben):
    question.reply(by=ben, source="Look at the check valve.")
    for page in tabs:
        heard(page)
    assert len(hub.clients) == 1


def test_when_the_tab_that_listens_is_closed_another_one_listens(tabs, question, ben):
    before = set(hub.clients)
    tabs[0].close()
    until(tabs[1], lambda: listens_to(f"thread:{question.pk}")() and not before & set(hub.clients))
    question.reply(by=ben, source="Look at the check valve.")
    for page in tabs[1:]:
        heard(page)


def test_what_happened_during_a_lost_connection_is_heard_afterwards(tabs, question, ben):
    question.reply(by=ben, source="Look at the check valve.")
    heard(tabs[-1])
    hub._task.get_loop().call_soon_threadsafe(hub.send_away)
    until(tabs[0], lambda: not hub.clients)
    question.reply(by=ben, source="Rinse it with warm water.")
    heard(tabs[-1])


def test_without_web_locks_a_lease_decides_who_listens(visit, house, ada, question, ben):
    first = visit(ada)
    first.context.add_init_script("Object.defineProperty(navigator, 'locks', { value: undefined })")
    pages = [first, first.context.new_page()]
    for page in pages:
        page.goto(house.url + SMALL)
        page.evaluate(SHOWS, f"thread:{question.pk}")
    until(first, listens_to(f"thread:{question.pk}"))
    question.reply(by=ben, source="Look at the check valve.")
    for page in pages:
        heard(page)
    assert len(hub.clients) == 1


def test_a_part_is_fetched_anew_and_the_focus_stays(visit, house, ada, question, ben):
    page = visit(ada)
    page.route("**/part/", lambda route: route.fulfill(body=PART.replace("old", "new"), content_type="text/html"))
    page.goto(house.url + SMALL)
    page.wait_for_function("() => Boolean(globalThis.htmx)")
    page.evaluate(PUT_IN, PART.replace("TOPIC", f"thread:{question.pk}"))
    page.get_by_role("button", name="Press me").focus()
    until(page, listens_to(f"thread:{question.pk}"))
    question.reply(by=ben, source="Look at the check valve.")
    page.get_by_text("new words").wait_for()
    page.wait_for_function("() => document.activeElement.textContent === 'Press me'")  # given back once the part has settled


PART = """<div id="live-part" data-live="TOPIC" hx-get="/part/" hx-trigger="live" hx-target="this" hx-swap="outerHTML">
<p>old words</p><button type="button" name="press">Press me</button></div>"""
PUT_IN = """(html) => {
  document.querySelector("main").insertAdjacentHTML("beforeend", html);
  htmx.process(document.getElementById("live-part"));
  document.dispatchEvent(new CustomEvent("htmx:afterSettle", { detail: { elt: document.getElementById("live-part") } }));
}"""
