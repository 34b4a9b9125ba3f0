"""Page after page, nothing shows twice and nothing is passed over, whatever arrives meanwhile."""

from collections.abc import Callable
from typing import Any

from django.test import Client

from junto.people.models import Person
from junto.posts.models import Thread
from junto.search.finding import FARTHEST
from junto.search.tests.looking import look, pages
from junto.spaces.models import Space

Ask = Callable[..., Thread]


def titles_of(number: int) -> list[str]:
    return [f"Pump {at} {'pump ' * (at % 4)}".strip() for at in range(number)]


def test_every_result_comes_once(ask: Ask, signed_in: Callable[[Person], Client], eve: Person, work_done: Any) -> None:
    for title in titles_of(34):
        ask(title, "word " * (len(title) % 7))
    work_done()
    shown = [title for page in pages(signed_in(eve), "pump") for title in page]
    assert sorted(shown) == sorted(titles_of(34))


def test_what_arrives_meanwhile_neither_repeats_nor_hides_anything(
    ask: Ask, signed_in: Callable[[Person], Client], eve: Person, work_done: Any
) -> None:
    for title in titles_of(34):
        ask(title)
    work_done()
    arrived = iter(range(1000))

    def arrive() -> None:
        for _ in range(5):
            ask(f"Late pump pump {next(arrived)}", "pump " * 30)
            ask(f"Valve {next(arrived)}", "about something else " * 40)
        work_done()

    shown = [title for page in pages(signed_in(eve), "pump", arrive) for title in page]
    assert len(shown) == len(set(shown))
    assert set(titles_of(34)) <= set(shown)


def test_a_thread_stands_once_however_many_of_its_posts_match(
    question: Thread, ask: Ask, ben: Person, signed_in: Callable[[Person], Client], eve: Person, work_done: Any
) -> None:
    for number in range(25):
        question.reply(by=ben, source=f"The pump, answer {number}")
    ask("Another pump")
    work_done()
    assert sorted(title for page in pages(signed_in(eve), "pump") for title in page) == ["Another pump", question.title]


def test_lists_without_words_page_as_well(ask: Ask, signed_in: Callable[[Person], Client], eve: Person, work_done: Any) -> None:
    for title in titles_of(23):
        ask(title)
    work_done()
    assert [len(page) for page in pages(signed_in(eve), "is:unanswered")] == [10, 10, 3]


def test_search_looks_no_further_than_it_says(repairs: Space, signed_in: Callable[[Person], Client], eve: Person, work_done: Any) -> None:
    Thread.objects.bulk_create([Thread(space=repairs, title=f"Pump {number}") for number in range(FARTHEST + 30)])
    from junto.posts.models import Post
    from junto.search.indexing import rebuild

    blank = {"source": "x", "html": "<p>x</p>", "plain": "x", "renderer": 1}
    Post.objects.bulk_create([Post(thread=thread, kind="opening", **blank) for thread in Thread.objects.all()])
    list(rebuild())
    shown = [title for page in pages(signed_in(eve), "pump") for title in page]
    assert len(set(shown)) == len(shown) == FARTHEST


def test_the_last_page_says_so(question: Thread, signed_in: Callable[[Person], Client], eve: Person, work_done: Any) -> None:
    work_done()
    assert "That is everything that was found." in look(signed_in(eve), "pressure")
