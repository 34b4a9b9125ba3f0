"""The main job, on a real community: one asks and sees what was answered before, another answers, a third finds it."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.community import first_questions, take_in
from tests.journeys.hands import HANDS
from tests.shared import needs_shared

pytestmark = [needs_shared, pytest.mark.django_db(transaction=True)]
WORDS = "wobbling kickstand"
TITLE = "On or off topic: what holds a wobbling kickstand?"
ANSWER = "Tighten the pivot bolts and put threadlocker on them."
OTHER_WORDS = "tightening a pivot with threadlockers"


@pytest.fixture
def riders(tmp_path, ada, ben, cleo):
    """Three members of a part of the community."""
    space = take_in(first_questions(12, tmp_path))
    for somebody in (ada, ben, cleo):
        space.add(somebody)
    return ada, ben, cleo


@pytest.fixture
def hands(riders, house, visit):
    """Gives each of them a browser of their own, in which they sign in."""

    def given(kind):
        for somebody in riders:
            hand = HANDS[kind](visit(java_script_enabled=HANDS[kind].has_script), house.url)
            hand.sign_in(somebody)
            yield hand

    return given


@pytest.mark.parametrize("kind", HANDS)
def test_a_question_is_asked_answered_accepted_and_found_again(kind, hands, riders):
    asker, helper, finder = hands(kind)
    find_nothing(asker)
    ask_with_what_was_answered_in_sight(asker, riders[1])
    is_told(helper, "mentioned you")
    answer(helper)
    is_told(asker, "answered")
    accept(asker)
    find_by_other_words(finder)


def find_nothing(hand) -> None:
    hand.write(hand.here.get_by_label("What do you need to find out?"), WORDS)
    hand.press(hand.here.get_by_role("button", name="Find"))
    expect(hand.here.get_by_text("Nothing found that you may see")).to_be_visible()
    hand.press(hand.here.get_by_role("link", name="Ask ("))
    expect(hand.here.get_by_label("Your question")).to_have_value(WORDS)


def ask_with_what_was_answered_in_sight(hand, helper) -> None:
    """Without script the page shows what fits the words it was opened with; so they are looked for once more, in full."""
    if hand.has_script:
        hand.write(hand.here.get_by_label("Your question"), TITLE)
    else:
        hand.page.goto(f"{hand.house}/ask/?words={TITLE}")
    expect(hand.here.get_by_role("heading", name="Already answered?")).to_be_visible()
    text = hand.here.get_by_label("What have you tried")
    hand.write(text, "It falls down on every cobblestone.")
    hand.mention(text, helper)
    hand.choose(hand.here.get_by_label("Where"), "Bicycles")
    hand.press(hand.here.get_by_role("button", name="Ask"))
    expect(hand.here.get_by_role("heading", name=TITLE)).to_be_visible()


def is_told(hand, what) -> None:
    """The number beside Inbox changes while the page stands still, and the inbox says why."""
    hand.sees(hand.places.get_by_role("link", name="Inbox"), "1 waiting")
    hand.go("Inbox")
    hand.press(hand.here.get_by_role("link", name=re.compile(what)))
    expect(hand.here.get_by_role("heading", name=TITLE)).to_be_visible()


def answer(hand) -> None:
    hand.write(hand.here.get_by_label("Know more? Add an answer"), ANSWER)
    hand.press(hand.here.get_by_role("button", name="Answer", exact=True))
    expect(hand.here.get_by_role("article", name="Answer by Ben")).to_contain_text("threadlocker")


def accept(hand) -> None:
    hand.press(hand.here.get_by_role("button", name="This solved it"))
    expect(hand.here.get_by_role("heading", name="This solved it")).to_be_visible()


def find_by_other_words(hand) -> None:
    hand.write(hand.here.get_by_label("What do you need to find out?"), OTHER_WORDS)
    hand.press(hand.here.get_by_role("button", name="Find"))
    found = hand.here.get_by_role("listitem").filter(has_text=TITLE)
    expect(found.get_by_role("img", name="Solved")).to_be_visible()
    hand.press(found.get_by_role("link", name=TITLE))
    expect(hand.here).to_contain_text(ANSWER)
