"""What the page of results says."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.search.tests.looking import look, titles
from junto.spaces.models import Space

Browser = Callable[[Person], Client]
Ask = Callable[..., Thread]


def test_the_form_that_stands_in_the_text_is_marked(ask: Ask, signed_in: Browser, eve: Person, work_done: Any) -> None:
    ask("Undichte Pumpen", "Bei uns sind alle <b>Pumpen</b> undicht & laut.")
    work_done()
    html = look(signed_in(eve), "pumpe")
    assert "Undichte <mark>Pumpen</mark>" in html
    assert "&lt;b&gt;" not in html.split("<mark>")[0]
    assert "undicht &amp; laut" in html


def test_an_answer_shows_its_thread_and_leads_to_itself(
    question: Thread, answer: Post, signed_in: Browser, eve: Person, work_done: Any
) -> None:
    work_done()
    html = look(signed_in(eve), "warm water")
    assert titles(html) == [question.title]
    assert f'href="/posts/{answer.pk}/"' in html
    assert "Rinse it with <mark>warm water</mark>" in html
    assert "Ben Yılmaz" in html


def test_a_comment_is_found_as_well(question: Thread, answer: Post, ada: Person, signed_in: Browser, eve: Person, work_done: Any) -> None:
    question.reply(by=ada, source="It was a hedgehog.", parent=answer)
    work_done()
    assert titles(look(signed_in(eve), "hedgehog")) == [question.title]


def test_the_words_of_a_title_count_more_than_those_of_a_text(ask: Ask, signed_in: Browser, eve: Person, work_done: Any) -> None:
    ask("Noise at night", "A gearbox, perhaps.")
    ask("Gearbox oil", "Which one?")
    work_done()
    assert titles(look(signed_in(eve), "gearbox")) == ["Gearbox oil", "Noise at night"]


def test_what_holds_all_words_stands_before_what_holds_some(ask: Ask, signed_in: Browser, eve: Person, work_done: Any) -> None:
    ask("Gearbox gearbox gearbox")
    ask(
        "A long text about the weather",
        "It rained and the gearbox in hall seven began to whistle, as it does whenever it rains for more than a day.",
    )
    work_done()
    assert titles(look(signed_in(eve), "gearbox whistle")) == ["A long text about the weather", "Gearbox gearbox gearbox"]


def test_what_solved_something_stands_a_little_earlier(
    ask: Ask, ben: Person, ada: Person, signed_in: Browser, eve: Person, work_done: Any
) -> None:
    solved, later = ask("Gearbox whistles softly"), ask("Gearbox whistles loudly")
    solved.reply(by=ben, source="Change the oil.").accept(by=ada)
    work_done()
    html = look(signed_in(eve), "gearbox")
    assert html.index(f"/threads/{solved.pk}/") < html.index(f"/threads/{later.pk}/")


def test_people_and_spaces_of_that_name_stand_on_top(repairs: Space, ben: Person, signed_in: Browser, eve: Person, work_done: Any) -> None:
    work_done()
    browser = signed_in(eve)
    assert f'href="{ben.get_absolute_url()}"' in look(browser, "yilmaz")
    assert f'href="{repairs.get_absolute_url()}"' in look(browser, "repairs")


def test_nothing_found_says_what_to_do_next(repairs: Space, signed_in: Browser, eve: Person, work_done: Any) -> None:
    work_done()
    html = look(signed_in(eve), "machine hums at full moon")
    assert "Nothing found that you may see" in html
    assert "Try fewer words, or others for the same thing. Or ask:" in html
    assert "Why this order?" not in html
    assert "Narrow it down" not in html
    assert 'href="/ask/?words=machine%20hums%20at%20full%20moon"' in html
    assert f'href="{repairs.get_absolute_url()}"' in html


def test_what_is_cut_off_ends_with_a_word(ask: Ask, signed_in: Browser, eve: Person, work_done: Any) -> None:
    ask("Hedgehog", "A hedgehog came. " + "Then it went out into the garden, " * 20)
    work_done()
    assert re.search(r"\w…", look(signed_in(eve), "hedgehog"))
    assert ",…" not in look(signed_in(eve), "hedgehog")


@pytest.mark.parametrize("path", ["/search/", "/search/finds/"])
def test_a_space_is_shown_with_its_picture(path: str, repairs: Space, signed_in: Browser, eve: Person, work_done: Any) -> None:
    repairs.show_picture("7" * 32, by=None)
    work_done()
    assert f'<img class="space-face" src="{repairs.face}"' in look(signed_in(eve), "repairs", path)


def test_without_words_it_says_how_to_look(signed_in: Browser, eve: Person) -> None:
    assert "How to look" in look(signed_in(eve), "")


@pytest.mark.parametrize("path", ["/search/", "/search/finds/", "/search/similar/", "/search/go/"])
def test_more_results_ask_the_database_no_more_often(
    path: str, ask: Ask, ben: Person, ada: Person, repairs: Space, signed_in: Browser, eve: Person, work_done: Any
) -> None:
    browser = signed_in(eve)

    def grow(number: int) -> None:
        for at in range(number):
            thread = ask(f"Pump {at} of {number}", topics=["pumps"])
            thread.reply(by=ben, source="The pump, again.").accept(by=ada)
            Person.objects.join(name=f"Pump Person {number} {at}")
            Space.objects.start(by=ada, name=f"Pump room {number} {at}", purpose="Pumps.").show_picture(f"{at:032}", by=None)
        work_done()

    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            look(browser, "pump", path, title="pump")
        return len(asked)

    grow(14)
    questions()
    before = questions()
    grow(12)
    assert questions() <= before
    assert before <= 16
