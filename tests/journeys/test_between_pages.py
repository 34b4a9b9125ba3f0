"""What happens while a page is drawn, or between two pages, is heard on the next one."""

from contextlib import suppress

import pytest
from playwright.sync_api import Error, expect

from junto.kit.models import StreamEvent
from junto.kit.stream.app import hub
from junto.kit.stream.hub import newest

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.on_every_database]


def test_what_happened_before_the_stream_was_open_is_heard(visit, house, ada, ben, question):
    page, held = visit(ada), []
    with page.expect_request("**/stream**"):
        page.goto(house.url)

    page.route("**/stream**", lambda route: held.append(route))
    page.goto(f"{house.url}/spaces/")
    until(page, lambda: held)
    question.reply(by=ben, source="Look at the check valve.")
    until(page, lambda: StreamEvent.objects.filter(topic=f"inbox:{ada.pk}").exists())
    let_go(page, held)
    expect(page.get_by_role("navigation", name="Places").get_by_role("link", name="Inbox")).to_contain_text("1 waiting")


def test_what_happens_while_the_first_page_is_drawn_is_heard_on_it(visit, house, ada, ben, question):
    page, held = visit(ada), []
    page.route("**/stream**", lambda route: held.append(route))
    page.goto(f"{house.url}/threads/{question.pk}/")
    until(page, lambda: held)
    question.reply(by=ben, source="Look at the check valve.")
    until(page, lambda: StreamEvent.objects.filter(topic=f"inbox:{ada.pk}").exists())
    let_go(page, held)
    expect(page.get_by_text("One new post – show")).to_be_visible()


def test_what_another_tab_hears_is_not_taken_for_what_this_one_has_missed(visit, house, ada, ben, question):
    """The tab that listens hears of the space, and has not yet come to ask for the thread that this one shows."""
    first = visit(ada)
    first.clock.install()
    with first.expect_request("**/stream**"):
        first.goto(f"{house.url}/spaces/{question.space.slug}/")
    until(first, lambda: hub.clients)
    first.clock.pause_at(first.evaluate("Date.now()") + 1000)
    second = first.context.new_page()
    second.goto(f"{house.url}/threads/{question.pk}/")
    question.reply(by=ben, source="Look at the check valve.")
    until(first, lambda: StreamEvent.objects.filter(topic=f"inbox:{ada.pk}").exists())
    until(first, lambda: hub.seq == newest())
    first.clock.resume()
    expect(second.get_by_text("One new post – show")).to_be_visible()


def let_go(page, held) -> None:
    """Lets the stream be opened after all."""
    page.unroute("**/stream**")
    for route in held:
        with suppress(Error):  # the page has begun anew by itself
            route.continue_()


def until(page, holds) -> None:
    """Lets the browser go on until something holds on this side."""
    for _ in range(400):
        if holds():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it did not come to that")
