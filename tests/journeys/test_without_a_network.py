"""Pages read before open without a network, to whoever read them and nobody else."""

import json

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from junto.notify.models import InboxItem
from junto.push.telling import tags_waiting
from tests.journeys.hands import Mouse

pytestmark = pytest.mark.django_db(transaction=True)
KEPT = """async (path) => {
  const shelf = (await caches.keys()).find((name) => name.startsWith("junto-copies:"));
  return Boolean(shelf && await (await caches.open(shelf)).match(path));
}"""
SHELVES = "async () => (await caches.keys()).filter((name) => name.startsWith('junto-copies:'))"


def read(page, url, path):
    """Opens a page until the worker has its copy."""
    page.goto(url + "/phone/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("navigator.serviceWorker.controller")
    page.goto(url + path)
    page.wait_for_function(KEPT, arg=path)


def test_on_a_shared_computer_everybody_finds_only_what_they_read_themselves(visit, house, ada, ben, question, discussion, secret):
    page = visit(ada, service_workers="allow")
    mine, other, hidden = (f"/threads/{thread.pk}/" for thread in (question, discussion, secret))
    read(page, house.url, mine)
    read(page, house.url, hidden)

    page.context.set_offline(True)
    page.goto(house.url + mine)
    expect(page.get_by_text("No leak")).to_be_visible()
    expect(page.get_by_text("This is how the page stood")).to_be_visible()
    page.goto(house.url + other)
    expect(page.get_by_role("heading", name="There is no network")).to_be_visible()
    expect(page.get_by_role("link", name="Pump loses pressure overnight")).to_be_visible()
    expect(page.get_by_text("What do we throw away too early?")).to_have_count(0)

    page.context.set_offline(False)
    page.goto(house.url + "/account/logout/")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.wait_for_function(f"async () => !(await ({SHELVES})()).length")
    Mouse(page, house.url).sign_in(ben)
    read(page, house.url, other)
    page.context.set_offline(True)
    for path in (mine, hidden):
        page.goto(house.url + path)
        expect(page.get_by_role("heading", name="There is no network")).to_be_visible()
        expect(page.get_by_role("link", name="What do we throw away too early?")).to_be_visible()
        assert "No leak" not in page.content()
        assert "zebra" not in page.content()
        expect(page.get_by_text("former team")).to_have_count(0)


def test_copies_go_when_access_is_lost_or_the_session_ended_elsewhere(visit, house, ada, question, secret):
    page = visit(ada, service_workers="allow")
    mine, hidden = (f"/threads/{thread.pk}/" for thread in (question, secret))
    read(page, house.url, mine)
    read(page, house.url, hidden)
    secret.space.memberships.filter(person=ada).delete()
    page.goto(house.url + hidden)
    expect(page.get_by_role("heading", name="Nothing here")).to_be_visible()
    page.wait_for_function(f"async () => !(await ({KEPT})('{hidden}'))")
    assert page.evaluate(KEPT, mine)
    Session.objects.all().delete()
    page.goto(house.url + mine)
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.wait_for_function(f"async () => !(await ({SHELVES})()).length")


def call(page, house, told):
    """Brings a call as the browser's maker would."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("ServiceWorker.enable")
    number = page.evaluate("navigator.serviceWorker.ready.then(() => 0)")
    devtools.send("ServiceWorker.deliverPushMessage", {"origin": house.url, "registrationId": str(number), "data": json.dumps(told)})


SHOWN = "(await (await navigator.serviceWorker.ready).getNotifications()).map(({ tag, title }) => [tag, title])"


def shows(page, *wanted):
    """Waits until the system shows exactly this.

    Its list swings: for a moment after a message took the place of another, Chromium may still, or once more, name the former one.
    """
    page.wait_for_function(f"async (wanted) => JSON.stringify({SHOWN}) === JSON.stringify(wanted)", arg=list(wanted))


def test_a_call_is_shown_once_for_each_thread_and_goes_when_it_was_seen_elsewhere(visit, house, ada, question, answer, work_done):
    work_done()
    page = visit(ada, service_workers="allow", permissions=["notifications"])
    read(page, house.url, "/inbox/")
    [tag] = tags_waiting(ada)
    told = {"body": question.title, "url": f"/posts/{answer.pk}/", "at": "2026-11-22T09:00:00Z", "waits": 1, "lang": "en"}
    told |= {"seen": "/inbox/1/seen/", "seen_says": "Seen"}
    for title in ("Ben answered you", "Ben and Cleo answered you"):
        call(page, house, {**told, "title": title, "tag": tag, "tags": [tag]})
        shows(page, [tag, title])
    InboxItem.objects.settle_all(ada)
    page.goto(house.url + "/phone/")
    shows(page)
