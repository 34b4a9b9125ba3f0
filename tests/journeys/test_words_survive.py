"""Nothing somebody wrote is lost: not with the tab, not with the connection, not with the session."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from tests.journeys.hands import Mouse, Plain

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "Rinse the check valve with warm water."
TITLE = "Why does the lamp on line 3 flicker?"
LABEL = "Know more? Add an answer"


@pytest.fixture
def thread(visit, house, ben, question):
    """Ben's browser at Ada's question."""
    page = visit(ben)
    page.goto(f"{house.url}/threads/{question.pk}/")
    expect(page.get_by_role("toolbar")).to_be_visible()  # the editor's script is there
    return page


def box(page):
    return page.get_by_label(LABEL)


def test_an_answer_survives_a_closed_tab_and_is_there_in_another_browser(thread, visit, ben):
    box(thread).press_sequentially(WORDS)
    expect(thread.get_by_text("Draft kept")).to_be_visible()
    thread.close()
    elsewhere = visit(ben)
    elsewhere.goto(thread.url)
    expect(box(elsewhere)).to_have_value(WORDS)


def test_a_question_survives_a_tab_that_is_closed_at_once(visit, house, ada, repairs):
    page = visit(ada)
    page.goto(f"{house.url}/ask/")
    page.get_by_label("Your question").press_sequentially(TITLE)
    page.get_by_label("What have you tried").press_sequentially(WORDS)
    page.close()
    again = page.context.new_page()
    again.goto(f"{house.url}/ask/")
    expect(again.get_by_label("Your question")).to_have_value(TITLE)
    expect(again.get_by_label("What have you tried")).to_have_value(WORDS)


def test_an_answer_sent_without_a_connection_waits_and_goes_out_later(thread, question):
    thread.context.set_offline(True)
    box(thread).press_sequentially(WORDS)
    thread.get_by_role("button", name="Answer", exact=True).click()
    expect(thread.get_by_role("region", name="Waits to be sent").get_by_role("textbox")).to_have_value(WORDS)
    expect(box(thread)).to_have_value("")
    thread.context.set_offline(False)
    expect(thread.get_by_role("article", name="Answer by Ben")).to_contain_text(WORDS)
    expect(box(thread)).to_have_value("")


def test_an_answer_sent_after_the_session_ended_is_still_there_after_signing_in(thread, house, ben, question):
    box(thread).press_sequentially(WORDS)
    Session.objects.all().delete()
    thread.get_by_role("button", name="Answer", exact=True).click()
    expect(thread.get_by_text("You are signed out. What you wrote is still here")).to_be_visible()
    Mouse(thread, house.url).sign_in(ben)
    thread.goto(f"{house.url}/threads/{question.pk}/")
    expect(box(thread)).to_have_value(WORDS)


def test_without_script_words_sent_after_the_session_ended_wait_as_a_draft(visit, house, ben, question):
    page = visit(ben, java_script_enabled=False)
    page.goto(f"{house.url}/threads/{question.pk}/")
    box(page).fill(WORDS)
    Session.objects.all().delete()
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.get_by_label("Your text, part 1")).to_have_value(WORDS)
    Plain(page, house.url).sign_in(ben)
    page.goto(f"{house.url}/threads/{question.pk}/")
    expect(box(page)).to_have_value(WORDS)
