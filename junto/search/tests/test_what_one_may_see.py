"""What a person may not see is in no result, no count, no excerpt and no suggestion."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.search.indexing import refresh
from junto.search.models import Document
from junto.search.tests.looking import look, titles
from junto.spaces.models import Space

Browser = Callable[[Person], Client]
PATHS = ["/search/", "/search/finds/", "/search/similar/", "/search/go/", "/ask/"]


def said(browser: Client, path: str, words: str) -> str:
    return look(browser, words, path, title=words)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "words", ["zebra", "former team", "zeb", '"zebra sentence"', "zebra -nothing", "by:ada zebra", "in:attic", "attic leads"]
)
def test_a_hidden_space_is_nowhere(
    path: str, words: str, secret: Thread, signed_in: Browser, eve: Person, olga: Person, ben: Person, work_done: Any
) -> None:
    secret.reply(by=secret.author, source="A zebra answer, in confidence, for members.").accept(by=secret.author)
    work_done()
    for person in (eve, olga, ben):
        shown = said(signed_in(person), path, words)
        for private in ("only members may read", "in confidence", "former team?", "New leads", f"/threads/{secret.pk}/", "/spaces/attic/"):
            assert private not in shown


def test_its_members_find_it(secret: Thread, signed_in: Browser, cleo: Person, work_done: Any) -> None:
    work_done()
    html = look(signed_in(cleo), "zebra")
    assert titles(html) == ["How do I say no to my former team?"]
    assert "<mark>zebra</mark>" in html


def test_a_listed_space_is_found_by_name_and_its_threads_only_by_members(
    bench: Space, ask: Callable[..., Thread], signed_in: Browser, eve: Person, ben: Person, work_done: Any
) -> None:
    ask("A walrus on the bench", space=bench)
    work_done()
    assert "Half-finished thoughts" in look(signed_in(eve), "bench notes")
    assert titles(look(signed_in(eve), "walrus")) == []
    assert titles(look(signed_in(ben), "walrus")) == ["A walrus on the bench"]


def test_what_becomes_private_is_gone_at_once_and_without_waiting_for_the_worker(
    repairs: Space, question: Thread, signed_in: Browser, eve: Person, cleo: Person, work_done: Any
) -> None:
    work_done()
    assert titles(look(signed_in(eve), "pressure")) == [question.title]
    repairs.change(by=cleo, visibility="listed")
    assert titles(look(signed_in(eve), "pressure")) == []
    repairs.change(by=cleo, visibility="all")
    assert titles(look(signed_in(eve), "pressure")) == [question.title]


def test_what_was_deleted_a_moment_ago_does_not_show_even_before_the_index_knows(
    question: Thread, answer: Post, signed_in: Browser, eve: Person, ada: Person, ben: Person, work_done: Any
) -> None:
    work_done()
    answer.delete_softly(by=ben)
    assert "keeps it open" not in look(signed_in(eve), "grain of sand")
    question.delete_softly(by=ada)
    assert titles(look(signed_in(eve), "pressure")) == []
    work_done()
    assert not Document.objects.filter(subject__in=["thread", "post"]).exists()
    question.restore(by=ada)
    work_done()
    assert titles(look(signed_in(eve), "pressure")) == [question.title]


def test_an_excerpt_shows_the_present_text_and_not_what_the_index_remembers(
    question: Thread, answer: Post, signed_in: Browser, eve: Person, ben: Person, work_done: Any
) -> None:
    work_done()
    answer.edit(by=ben, source="Look at the seal.")
    assert "keeps it open" not in look(signed_in(eve), "grain of sand")
    work_done()
    assert titles(look(signed_in(eve), "grain of sand")) == []
    assert titles(look(signed_in(eve), "seal")) == [question.title]


def test_many_private_documents_do_not_thin_the_page_of_somebody_else(
    attic: Space, ask: Callable[..., Thread], signed_in: Browser, eve: Person, work_done: Any
) -> None:
    for number in range(12):
        ask(f"Walrus {number}")
    for number in range(60):
        ask(f"Walrus walrus walrus {number}", space=attic)
    work_done()
    assert len(titles(look(signed_in(eve), "walrus"))) == 10


def test_whoever_left_is_found_no_more(ben: Person, olga: Person, repairs: Space, signed_in: Browser, eve: Person, work_done: Any) -> None:
    work_done()
    assert f"/people/{ben.pk}/" in look(signed_in(eve), "yilmaz")
    ben.deactivate(by=olga)
    assert f"/people/{ben.pk}/" not in look(signed_in(eve), "yilmaz")
    work_done()
    assert f"/people/{ben.pk}/" not in look(signed_in(eve), "yilmaz")
    ben.reactivate(by=olga)
    work_done()
    assert f"/people/{ben.pk}/" in look(signed_in(eve), "yilmaz")


def test_facts_may_come_twice_and_in_any_order(question: Thread, answer: Post, signed_in: Browser, eve: Person, work_done: Any) -> None:
    from junto.kit.models import FactRecord

    work_done()
    for record in FactRecord.objects.order_by("-pk"):
        refresh([record.fact()])
    assert titles(look(signed_in(eve), "sand valve")) == [question.title]


def test_strangers_are_sent_to_sign_in(client: Client, db: None) -> None:
    assert {client.get(path, {"words": "x"}).status_code for path in PATHS} == {302}
