"""Without script, from press to press: asked and worked, not worked and open again; marked as outdated and brought back by a look."""

import pytest
from playwright.sync_api import expect

from junto.help.models import Need
from junto.posts.models import Thread

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def plain(visit, house):
    """A window without script at an address."""

    def at(somebody, path: str):
        page = visit(somebody, width=390, java_script_enabled=False)
        page.goto(house.url + path)
        return page

    return at


def press(page, name: str, role: str = "button") -> None:
    page.get_by_role(role, name=name, exact=True).first.click()


def test_it_worked_and_then_it_did_not_and_is_open_again(plain, question, answer, ada, ben, work_done) -> None:
    answer.accept(by=ada)
    work_done()
    page = plain(ada, f"/threads/{question.pk}/")
    press(page, "It worked")
    expect(page.get_by_text("Thank you. Whoever looks for this will see it.")).to_be_visible()
    expect(page.locator(".notice").get_by_text("It worked")).to_be_visible()
    press(page, "Take back")
    assert Thread.objects.get(pk=question.pk).is_solved
    page.goto(page.url.partition("#")[0].replace("/threads/", "/help/threads/") + "outcome/?says=no")
    page.get_by_label("What worked, or what is still missing").fill("Still 0.4 bar this morning.")
    press(page, "Say so")
    expect(page.get_by_text("The question is open again.")).to_be_visible()
    expect(page.get_by_text("Still 0.4 bar this morning.")).to_be_visible()
    assert not Thread.objects.get(pk=question.pk).is_solved


def test_an_outdated_answer_is_marked_and_holds_again_after_a_look(plain, question, answer, ada, cleo, eve) -> None:
    answer.accept(by=ada)
    page = plain(cleo, f"/threads/{question.pk}/")
    press(page, "Outdated")
    press(page, "Say more", role="link")
    page.get_by_label("What has changed").fill("The valves of 2026 have no spring.")
    press(page, "Mark it")
    reader = plain(eve, f"/threads/{question.pk}/")
    expect(reader.get_by_text("The valves of 2026 have no spring.")).to_be_visible()
    press(page, "Still true")
    reader.reload()
    expect(reader.get_by_text("The valves of 2026 have no spring.")).to_have_count(0)
    expect(reader.get_by_text("by Cleo Marchetti")).to_be_visible()


def test_a_word_without_an_end_sticks_out_of_no_page_of_the_board(plain, eve) -> None:
    endless = "Druckluftkompressoren" * 5
    need = Need.objects.say(by=eve, title=endless, text=endless, space=None, topics=[endless[:60]])
    for path in ("/help/needs/", need.get_absolute_url()):
        page = plain(eve, path)
        assert page.evaluate("document.documentElement.scrollWidth") == 390
