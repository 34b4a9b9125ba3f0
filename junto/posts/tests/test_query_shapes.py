"""A page asks the database equally often however much there is to show."""

from collections.abc import Callable
from functools import partial

import pytest
from django.test import Client

from junto.people.models import Person
from junto.posts.models import Draft, Post, Thread
from junto.spaces.models import Space
from tests.queries import queries_of

SignedIn = Callable[[Person], Client]


@pytest.fixture
def busy(question: Thread, answer: Post, repairs: Space, ada: Person, ben: Person, cleo: Person) -> Callable[[], None]:
    """Makes ten more of everything a page could show."""

    def grow() -> None:
        for number in range(10):
            other = Thread.objects.open(
                repairs, by=ben, title=f"Another one, {Thread.objects.count()}", source="It hums.", topics=[f"topic {number}", "pumps"]
            )
            post = question.reply(by=cleo, source=f"Answer {Post.objects.count()}, says @[Ada](person:{ada.pk}).")
            post.help(ben)
            question.reply(by=ben, source=f"Comment {Post.objects.count()}.", parent=post)
            question.reply(by=cleo, source=f"Comment {Post.objects.count()}.", parent=answer)
            question.link_to(other, kind="related", by=ada)
            answer.edit(by=ben, source=f"Version {Post.objects.count()}.")
            other.posts.get().thread.reply(by=ada, source="Mine hums as well.").delete_softly(by=ada)
            Draft.objects.keep(ada, f"thread-{other.pk}", {"text": "Begun."})

    return grow


PAGES = [
    "/threads/{thread}/",
    "/threads/{thread}/?after={opening}",
    "/threads/{thread}/fresh/?after=1",
    "/posts/{answer}/",
    "/posts/{answer}/comments/",
    "/posts/{answer}/history/",
    "/ask/",
    "/ask/?words=why+does+it+hum",
    "/drafts/",
    "/spaces/repairs/threads/",
    "/spaces/repairs/threads/?show=unanswered",
    "/spaces/repairs/deleted/",
    "/threads/{thread}/mentionable/?words=a",
]


def test_ten_more_of_everything_cost_no_query_more(
    busy: Callable[[], None], question: Thread, answer: Post, cleo: Person, signed_in: SignedIn
) -> None:
    client, opening = signed_in(cleo), question.posts.get(kind="opening").pk
    paths = [page.format(thread=question.pk, opening=opening, answer=answer.pk) for page in PAGES]

    def asked() -> dict[str, int]:
        for path in paths:
            client.get(path)
        return {path: queries_of(partial(client.get, path)) for path in paths}

    for _ in range(3):  # more than one page of answers, more than one page of threads
        busy()
    before = asked()
    busy()
    assert asked() == before


def test_a_thread_page_asks_few_times(busy: Callable[[], None], question: Thread, ben: Person, signed_in: SignedIn) -> None:
    busy()
    client = signed_in(ben)
    client.get(f"/threads/{question.pk}/")
    assert queries_of(lambda: client.get(f"/threads/{question.pk}/")) <= 10


def test_an_answer_asks_equally_often_in_a_long_thread(
    busy: Callable[[], None], question: Thread, ben: Person, signed_in: SignedIn
) -> None:
    client = signed_in(ben)
    counts = []
    for number in range(2):
        busy()
        counts.append(queries_of(lambda number=number: client.post(f"/threads/{question.pk}/posts/", {"text": f"Thought {number}."})))
    assert counts[0] == counts[1]


def test_a_long_thread_stays_small_on_the_wire(question: Thread, ben: Person, ada: Person, signed_in: SignedIn) -> None:
    words = " ".join(["pressure"] * 100)
    for number in range(25):
        question.reply(by=ben, source=f"{number} {words}")
    assert len(signed_in(ada).get(f"/threads/{question.pk}/").content) <= 61_000
