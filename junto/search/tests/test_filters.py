"""Filters, written between the words in three languages, and as chips."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client

from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.search.query import read
from junto.search.tests.looking import look, text, titles
from junto.spaces.models import Space

CHIP = re.compile(r'<a class="chip" href="([^"]+)"([^>]*)>(.*?)</a>', re.S)


@pytest.fixture
def reader(
    question: Thread,
    answer: Post,
    discussion: Thread,
    roasting: Space,
    ask: Callable[..., Thread],
    dana: Person,
    ada: Person,
    eve: Person,
    signed_in: Any,
    work_done: Any,
) -> Client:
    """Eve's browser, with a solved question, an open one, a discussion and a question elsewhere."""
    answer.accept(by=ada)
    ask("Which pump for hot oil?")
    ask("Pump for the roaster", space=roasting, by=dana).close(by=dana)
    work_done()
    return signed_in(eve)


SOLVED, WAITING, ELSEWHERE = "Pump loses pressure overnight", "Which pump for hot oil?", "Pump for the roaster"
TALK = "What do we throw away too early?"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("pump is:solved", {SOLVED}),
        ("Pumpe ist:gelöst", {SOLVED}),
        ("pump est:résolu", {SOLVED}),
        ("pump is:answered", {SOLVED}),
        ("pump is:unanswered", {WAITING}),
        ("pump is:closed", {ELSEWHERE}),
        ("pump is:open", {SOLVED, WAITING}),
        ("is:discussion", {TALK}),
        ("ist:diskussion", {TALK}),
        ("pump in:roasting", {ELSEWHERE}),
        ("pump dans:roasting", {ELSEWHERE}),
        ("in:roasting", {ELSEWHERE}),
        ("in:nowhere pump", set()),
        ("pump by:dana", {ELSEWHERE}),
        ("von:dana", {ELSEWHERE}),
        ('by:"ben yilmaz"', {SOLVED}),
        ("by:nobody", set()),
        ("topic:pumps", {SOLVED}),
        ("thema:pumps sand", {SOLVED}),
        ("pump type:post", set()),
        ("sand type:answer", {SOLVED}),
        ("type:antwort", {SOLVED}),
        ("pump -pressure", {WAITING, ELSEWHERE}),
        ('"hot oil"', {WAITING}),
        ('"oil hot"', set()),
        ('pump "no leak"', {SOLVED}),
        ("pump after:2020", {SOLVED, WAITING, ELSEWHERE}),
        ("pump before:2020-01-01", set()),
        ("pump vor:01.01.2020", set()),
        ("pump seit:2020-02", {SOLVED, WAITING, ELSEWHERE}),
        ("is:unanswered", {WAITING}),
    ],
)
def test_a_filter_lets_through_what_it_says(reader: Client, words: str, found: set[str]) -> None:
    assert set(titles(look(reader, words))) == found


@pytest.mark.parametrize("words", ["error:timeout", "is:purple", "before:tomorrow", "before:2026-13-45", "in:", "http://a.org/x", "12:30"])
def test_what_is_no_filter_is_words(words: str) -> None:
    assert read(words).filters == []
    assert read(words).words == words


def test_people_and_spaces_can_be_asked_for(reader: Client) -> None:
    assert "Cleo Marchetti" in look(reader, "marchetti type:person")
    assert titles(look(reader, "roasting type:space")) == ["Roasting"]


def test_each_filter_in_use_is_a_chip_that_takes_it_out(reader: Client) -> None:
    html = look(reader, "pump is:solved in:repairs")
    out = {text(label): unescape(to) for to, attributes, label in CHIP.findall(html) if "aria-current" in attributes}
    assert set(out) == {"Solved", "in repairs"}
    assert set(titles(reader.get(out["Solved"]).content.decode())) == {SOLVED, WAITING}


def test_others_are_offered_as_chips(reader: Client) -> None:
    html = look(reader, "pump")
    offered = {text(label).partition(" (")[0]: unescape(to) for to, _, label in CHIP.findall(html)}
    assert {"Solved", "Answered", "Not answered yet", "People"} <= set(offered)
    assert titles(reader.get(offered["Not answered yet"]).content.decode()) == [WAITING]


@pytest.mark.parametrize(
    ("typed", "said"), [("pump foo:bar", "foo:"), ("is:strange pump", "is:strange"), ("before:christmas pump", "before:christmas")]
)
def test_what_is_no_filter_is_said_with_those_there_are(reader: Client, typed: str, said: str) -> None:
    page = text(look(reader, typed))
    assert f"There is no filter {said}, so it is looked for as words." in page
    assert "These exist: in:, by:, topic:, is:, type:, before:, after:." in page


@pytest.mark.parametrize("typed", ["pump is:solved", "https://example.org/pump", "pump -foo:bar", "pump 10:30", "ist:gelöst pump"])
def test_nothing_is_said_of_what_is_a_filter_or_none_at_all(reader: Client, typed: str) -> None:
    assert "There is no filter" not in text(look(reader, typed))
