"""The main pages as somebody hears them who does not see them: by the tree the browser gives to screen readers."""

import pytest
from django.utils import translation
from playwright.sync_api import Page, expect

from junto.posts.models import Thread
from tests.journeys.screen_reader import found_wrong, walk

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def lived_in(repairs, bench, question, answer, discussion, ada, ben, cleo, mina, work_done) -> Thread:
    """A question with answers, a comment, a table and a picture of its state; lines in the inbox."""
    question.reply(by=ada, source="It was the valve.", parent=answer)
    question.reply(by=cleo, source="Or the gasket:\n\n| part | hours |\n| --- | --- |\n| gasket | 3 |")
    question.reply(by=mina, source=f"Thanks for asking, @[Ada](person:{ada.pk}).")
    answer.accept(by=ada)
    work_done()
    return question


def pages(thread: Thread, somebody: int) -> dict[str, str]:
    spaces = {"spaces": "/spaces/", "a space": "/spaces/repairs/"}
    house = {"home": "/", **spaces, "ask": "/ask/", "search": "/search/?words=valve", "inbox": "/inbox/"}
    return {**house, "a thread": f"/threads/{thread.pk}/", "a person": f"/people/{somebody}/"}


def test_every_main_page_makes_sense_to_somebody_who_only_hears_it(visit, house, ada, ben, lived_in):
    page = visit(ada)
    assert heard_wrong(page, house.url, pages(lived_in, ben.pk)) == {}


def test_so_it_does_in_german(visit, house, ada, ben, lived_in):
    ada.change_profile(language="de")
    page = visit(ada, locale="de-DE")
    assert heard_wrong(page, house.url, {"a thread": f"/threads/{lived_in.pk}/", "inbox": "/inbox/"}) == {}
    assert page.locator("html").get_attribute("lang") == "de"
    names = {each.name for each in walk(page)}
    english = ("Skip to the page", "Places", "Home", "You have seen", "Done", "Light or dark")
    with translation.override("de"):
        assert {translation.gettext(word) for word in english[:3]} <= names
    assert not names & set(english)


def heard_wrong(page: Page, house: str, addresses: dict[str, str]) -> dict[str, list[str]]:
    wrong = {}
    for name, address in addresses.items():
        page.goto(house + address)
        wrong[name] = found_wrong(walk(page))
    return {name: said for name, said in wrong.items() if said}


def test_every_act_on_a_post_says_on_whose(visit, house, ada, lived_in):
    page = visit(ada)
    page.goto(f"{house.url}/threads/{lived_in.pk}/")
    acts = [each.name for each in walk(page) if each.role in ("button", "link")]
    for act in ("Edit (The opening by Ada Okafor)", "Comment (Answer by Cleo Marchetti)", "Delete (Comment by Ada Okafor)"):
        assert acts.count(act) == 1
    assert "This helped solve it (Answer by Mina Sato)" in acts


def test_what_one_writes_and_what_others_write_is_said_and_the_focus_stays_with_the_work(visit, house, ada, ben, lived_in):
    page = visit(ada)
    page.goto(f"{house.url}/threads/{lived_in.pk}/")
    field = page.get_by_role("textbox", name="Know more? Add an answer")
    field.fill("I will write down what we did.")
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.get_by_role("article", name="Answer by Ada Okafor")).to_be_visible()
    assert page.evaluate("document.activeElement !== document.body")
    lived_in.reply(by=ben, source="Please do.")
    expect(page.get_by_role("status").filter(has_text="One new post")).to_be_visible()


def test_an_act_is_answered_in_words_with_a_way_back(visit, house, ada, lived_in):
    page = visit(ada)
    page.goto(f"{house.url}/threads/{lived_in.pk}/")
    page.get_by_role("button", name="Delete (Comment by Ada Okafor)").click()
    expect(page.get_by_text("Deleted.")).to_be_visible()
    back = page.get_by_role("button", name="Undo")
    assert back.evaluate("button => button === document.activeElement || button.closest('[tabindex]') === document.activeElement")
    back.click()
    expect(page.get_by_role("button", name="Delete (Comment by Ada Okafor)")).to_be_visible()


def test_words_in_another_language_are_marked_as_such(visit, house, ada, repairs):
    words = "Die Pumpe verliert über Nacht den Druck, und niemand weiß, woran das liegen könnte."
    thread = Thread.objects.open(repairs, by=ada, title=words, source=words)
    thread.reply(by=ada, source=words, parent=thread.reply(by=ada, source=words))
    page = visit(ada)
    for address in (f"/threads/{thread.pk}/", "/spaces/repairs/"):
        page.goto(house.url + address)
        marked = page.get_by_text(words).evaluate_all("all => all.map((each) => each.closest('[lang]').lang)")
        assert marked
        assert set(marked) == {"de"}, address
