"""What helped in the hallway: noted from any page in a few presses; a no of whoever helped stays between the two."""

import re

import pytest
from playwright.sync_api import expect

from junto.help.models import Note
from junto.kit.work.worker import work_off
from tests.journeys.hands import HANDS

pytestmark = pytest.mark.django_db(transaction=True)
ASKED, HELPED = "How does the lid come off?", "Warm it with a hair dryer."
MOST_PRESSES = 6


class Counted:
    """A keyboard that counts: a key pressed, or a line typed, is one."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def press(self, key):
        self.count += 1
        self.page.keyboard.press(key)

    def type(self, line):
        self.count += 1
        self.page.keyboard.type(line)


@pytest.mark.parametrize("start", ["/", "/threads/{thread}/"])
def test_six_presses_from_any_page_and_one_is_back_there(start, visit, house, ada, question):
    page, address = visit(ada), house.url + start.format(thread=question.pk)
    page.goto(address)
    keys = Counted(page)
    keys.press("c")
    expect(page.get_by_label("What was asked")).to_be_focused()
    expect(page.locator("junto-hallway:defined")).to_be_attached()
    keys.type(ASKED)
    keys.press("Tab")
    keys.type(HELPED)
    keys.press("Enter")
    expect(page.get_by_text("Noted. Only you see it.")).to_be_visible()
    assert page.url == address
    note = Note.objects.get()
    assert (keys.count <= MOST_PRESSES, note.title, note.text) == (True, ASKED, HELPED)
    assert 0 < note.seconds < 60


def test_written_without_a_network_it_arrives_once(visit, house, ada, repairs):
    page = visit(ada)
    page.goto(f"{house.url}/help/hallway/new/")
    page.context.set_offline(True)
    page.get_by_label("What was asked").fill(ASKED)
    page.get_by_label("What helped").fill(HELPED)
    page.get_by_label("What helped").press("Enter")
    expect(page.get_by_role("region", name="Waits to be sent")).to_contain_text("Note what helped")
    assert not Note.objects.exists()
    page.context.set_offline(False)
    expect(page.get_by_role("region", name="Waits to be sent")).to_be_hidden()
    assert Note.objects.count() == 1


@pytest.mark.parametrize("kind", ["keyboard", "without script"])
def test_the_one_who_helped_says_no_and_it_stays_between_the_two(kind, visit, house, ada, ben, cleo, repairs):
    windows = (visit(somebody, java_script_enabled=HANDS[kind].has_script) for somebody in (ada, ben, cleo))
    writer, helper, other = (HANDS[kind](window, house.url) for window in windows)
    writer.page.goto(f"{house.url}/people/")
    notes(writer)
    work_off()
    helper.page.goto(f"{house.url}/inbox/")
    helper.press(helper.here.get_by_role("link", name=re.compile("would like to share what you helped with")))
    expect(helper.here.get_by_label("What helped")).to_have_value(HELPED)
    helper.press(helper.here.get_by_role("button", name="Please don’t share"))
    expect(helper.page.get_by_text("Nobody learns that you said no")).to_be_visible()
    work_off()
    for address in ("/spaces/repairs/", f"/search/?words={ASKED}", "/help/hallway/"):
        other.page.goto(house.url + address)
        expect(other.here).not_to_contain_text(HELPED)
    writer.page.goto(f"{house.url}/help/hallway/")
    expect(writer.here).to_contain_text("Ben Yılmaz sees it first, until")


def notes(hand) -> None:
    hand.press(hand.page.get_by_role("link", name="Note what helped").first)
    hand.write(hand.here.get_by_label("What was asked"), ASKED)
    hand.write(hand.here.get_by_label("What helped"), HELPED)
    hand.write(hand.here.get_by_label("With whom"), "Ben Yılmaz")
    hand.choose(hand.here.get_by_label("Who sees it"), "Members of Repairs")
    hand.press(hand.here.get_by_role("button", name="Save"))
    expect(hand.page.get_by_text("Ben Yılmaz sees it first; without their yes")).to_be_visible()
