"""What happens while a page is drawn, or between two pages, is heard on the next one."""

import pytest
from playwright.sync_api import expect

from junto.kit.models import StreamEvent

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.on_every_database]


def test_what_happened_before_the_stream_was_open_is_heard(visit, house, ada, ben, question):
    page, held = visit(ada), []
    with page.expect_request("**/stream**"):
        page.goto(house.url)
    page.wait_for_function("() => localStorage.getItem('junto:heard') !== null")
    page.route("**/stream**", lambda route: held.append(route))
    page.goto(f"{house.url}/spaces/")
    until(page, lambda: held)
    question.reply(by=ben, source="Look at the check valve.")
    until(page, lambda: StreamEvent.objects.filter(topic=f"inbox:{ada.pk}").exists())
    for route in held:
        route.continue_()
    page.unroute("**/stream**")
    expect(page.get_by_role("navigation", name="Places").get_by_role("link", name="Inbox")).to_contain_text("1 waiting")


def until(page, holds) -> None:
    """Lets the browser go on until something holds on this side."""
    for _ in range(400):
        if holds():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it did not come to that")
