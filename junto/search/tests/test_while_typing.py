"""Under the box at home, under a new question, and in the command box."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.search.tests.looking import look, text

Browser = Callable[[Person], Client]


@pytest.fixture
def browser(question: Thread, answer: Post, ada: Person, eve: Person, signed_in: Browser, work_done: Any) -> Client:
    answer.accept(by=ada)
    Thread.objects.open(question.space, by=ada, title="Pump without an answer", source="Nobody knows.")
    ada.can_be_asked_about(["pumps"])
    work_done()
    return signed_in(eve)


@pytest.mark.parametrize("words", ["pump press", "press", "pump loses pre", "why does my pump lose its pressure"])
def test_answered_questions_show_before_the_last_word_is_finished(browser: Client, words: str) -> None:
    shown = text(look(browser, words, "/search/finds/"))
    assert "Pump loses pressure overnight" in shown
    assert "Pump without an answer" not in shown


def test_a_few_are_enough_while_typing_and_each_shows_why_it_is_there(
    browser: Client, question: Thread, ada: Person, ben: Person, work_done: Any
) -> None:
    for title in ("Wet floor", "Noise", "Cold hands", "Pump again"):
        Thread.objects.open(question.space, by=ada, title=title, source="The pump is near.").reply(by=ben, source="Yes.").accept(by=ada)
    work_done()
    html = look(browser, "pump", "/search/finds/")
    rows = [row for row in html.split('<li class="row') if "/threads/" in row or "/posts/" in row]
    assert len(rows) == 3
    assert all("<mark>" in row for row in rows)


def test_people_who_can_be_asked_and_spaces_show_as_well(browser: Client) -> None:
    shown = text(look(browser, "pumps", "/search/finds/"))
    assert "Ada Okafor" in shown
    assert "Repairs" in shown
    assert "Ask your colleagues instead" in shown


@pytest.mark.parametrize("words", ["", " ", "p", "…"])
def test_too_little_shows_nothing(browser: Client, words: str) -> None:
    assert "Pump" not in look(browser, words, "/search/finds/")
    assert look(browser, "", "/search/similar/", title=words).strip() == ""


def test_a_question_shows_what_was_answered_while_its_title_is_written(browser: Client) -> None:
    shown = look(browser, "", "/search/similar/", title="Our pump loses pressure")
    assert "Already answered?" in shown
    assert "pressure</mark> overnight" in shown


def test_a_question_that_waits_for_the_same_answer_shows_beside_it(browser: Client) -> None:
    assert "Asked already" not in look(browser, "", "/search/similar/", title="Our pump loses pressure")
    shown = text(look(browser, "", "/search/similar/", title="A pump without an answ"))
    assert "Asked already" in shown
    assert "Pump without an answer" in shown


def test_one_that_waits_where_one_may_not_read_shows_only_to_those_who_may(
    browser: Client, secret: Thread, cleo: Person, signed_in: Browser, work_done: Any
) -> None:
    work_done()
    assert "Asked already" not in look(browser, "", "/search/similar/", title=secret.title)
    assert "Asked already" in look(signed_in(cleo), "", "/search/similar/", title=secret.title)


def test_words_brought_along_show_it_without_script(browser: Client, eve: Person, question: Thread) -> None:
    question.space.add(eve)
    assert "pressure</mark> overnight" in look(browser, "pump pressure", "/ask/")


WRITTEN = {"title": "Our pump loses pressure", "text": "Since **Monday**.", "topics": "pumps, mornings", "kind": "discussion"}


def test_a_press_shows_it_without_script_and_keeps_every_word(browser: Client, eve: Person, question: Thread) -> None:
    question.space.add(eve)
    before = Thread.objects.count()
    shown = browser.post("/ask/", {**WRITTEN, "look": "1"}).content.decode()
    assert "pressure</mark> overnight" in shown
    assert all(words in shown for words in ("Our pump loses pressure", "Since **Monday**.", "pumps, mornings", 'value="discussion"'))
    assert re.search(r'value="discussion"[^>]*checked', shown)
    assert Thread.objects.count() == before
    assert "Nothing answered fits" in browser.post("/ask/", {**WRITTEN, "title": "Zebra", "look": "1"}).content.decode()


def test_who_has_no_script_finds_the_press_and_then_asks(visit: Any, house: Any, answer: Post, ada: Person, work_done: Any) -> None:
    work_done()
    page = visit(ada, java_script_enabled=False)
    page.goto(house.url + "/ask/")
    page.get_by_label("Your question").fill("Pump without pressure")
    page.get_by_role("button", name="See what was answered").click()
    assert page.get_by_role("link", name="Pump loses pressure overnight").is_visible()
    page.get_by_label("What have you tried").fill("I read the other one.")
    page.get_by_role("button", name="Ask", exact=True).click()
    assert page.get_by_role("heading", name="Pump without pressure").is_visible()


def test_the_command_box_goes_to_spaces_people_and_conversations(browser: Client) -> None:
    assert 'data-to="/spaces/repairs/"' in look(browser, "repa", "/search/go/")
    assert "Ada Okafor" in look(browser, "oka", "/search/go/")
    assert "Pump loses pressure overnight" in look(browser, "overni", "/search/go/")


@pytest.mark.parametrize("words", ["how do I", "what is", "How can I get the", "was ist", "wie kann ich", "est-ce que je"])
def test_words_that_every_question_has_suggest_nothing(
    browser: Client, question: Thread, ada: Person, ben: Person, work_done: Any, words: str
) -> None:
    for title in ("How do I get the coat off and what is it?", "Wie kann ich es tun, und was ist das?", "Est-ce que je le fais pour vous?"):
        Thread.objects.open(question.space, by=ada, title=title, source=title).reply(by=ben, source=title).accept(by=ada)
    work_done()
    assert "coat" not in look(browser, words, "/search/finds/")
    assert look(browser, "", "/search/similar/", title=words).strip() == ""
    assert "coat" in look(browser, "", "/search/similar/", title="How do I get the coat off")


def test_no_heading_stands_over_nobody(browser: Client) -> None:
    shown = text(look(browser, "xylophone", "/search/finds/"))
    assert "People who may know" not in shown
    assert "Ask your colleagues instead" in shown
    assert "People who may know" in text(look(browser, "pumps", "/search/finds/"))


def test_the_page_to_ask_on_brings_the_rules_for_what_shows_under_the_title(signed_in, ada, repairs):
    page = signed_in(ada).get("/ask/").content.decode()
    assert 'class="similar"' in page
    names = re.findall(r'/static/(posts/posts)[^"]*\.css|/static/(search/search)[^"]*\.css', page)
    sheets = [Path(finders.find(f"{next(filter(None, name))}.css")).read_text() for name in names]
    assert any(".similar:not(:empty)" in sheet for sheet in sheets)


def test_where_one_asks_is_offered_where_it_was_answered(browser: Client, bench: Any, ada: Person, ben: Person, work_done: Any) -> None:
    joint = Thread.objects.open(bench, by=ada, title="Glue joint opens in the cold", source="Why?")
    joint.reply(by=ben, source="Glue it warm.").accept(by=ada)
    work_done()
    assert 'data-fits="repairs' in look(browser, "", "/search/similar/", title="pump loses pressure")
    assert "bench-notes" not in look(browser, "", "/search/similar/", title="glue joint opens")


@pytest.mark.parametrize(("model", "says"), [("english", False), ("off", True)])
def test_where_nothing_is_found_by_meaning_hosts_and_readers_are_told_so(
    model: str, says: bool, browser: Client, cleo: Person, signed_in: Browser, settings: Any
) -> None:
    settings.MEANING = model
    assert ("Finding by meaning is switched off" in signed_in(cleo).get("/search/doubles/repairs/").content.decode()) == says
    assert ("what means the same in other words" in look(browser, "pump")) != says
