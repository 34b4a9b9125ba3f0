"""Under the box at home, under a new question, and in the command box."""

from collections.abc import Callable
from typing import Any

import pytest
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


def test_words_brought_along_show_it_without_script(browser: Client, eve: Person, question: Thread) -> None:
    question.space.add(eve)
    assert "pressure</mark> overnight" in look(browser, "pump pressure", "/ask/")


def test_the_command_box_goes_to_spaces_people_and_conversations(browser: Client) -> None:
    assert 'data-to="/spaces/repairs/"' in look(browser, "repa", "/search/go/")
    assert "Ada Okafor" in look(browser, "oka", "/search/go/")
    assert "Pump loses pressure overnight" in look(browser, "overni", "/search/go/")
