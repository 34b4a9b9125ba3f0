"""The index follows the rooms, can be made anew, and forgets."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from junto.kit.models import Work
from junto.kit.privacy.erasure import erase
from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.search import indexing
from junto.search.models import Document, DocumentTopic, Rebuild
from junto.search.tests.looking import look, titles
from junto.spaces.models import Space
from junto.topics.merging import merge
from junto.topics.models import Topic

Browser = Callable[[Person], Client]


def as_an_older_renderer_left_it(*posts: Post) -> None:
    Post.objects.filter(pk__in=[post.pk for post in posts]).update(html="<p>tarnished</p>", plain="tarnished", renderer=0)


def words_kept() -> str:
    """Everything the words index holds."""
    table = "document" if connection.vendor == "postgresql" else "document_words"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {'words::text' if table == 'document' else 'title, text'} FROM {table}")
        return " ".join(str(row) for row in cursor.fetchall())


def test_it_follows_every_change(
    question: Thread, answer: Post, ada: Person, cleo: Person, eve: Person, signed_in: Browser, work_done: Any
) -> None:
    browser = signed_in(eve)
    work_done()
    question.retitle(by=ada, title="Compressor sighs", topics=["compressors"])
    question.space.change(by=cleo, name="Workshop")
    eve.change_profile(what_i_do="Archivist")
    answer.accept(by=ada)
    work_done()
    assert titles(look(browser, "sigh is:solved topic:compressors")) == ["Compressor sighs"]
    assert titles(look(browser, "sand is:solved")) == ["Compressor sighs"]
    assert titles(look(browser, "topic:pumps pressure")) == []
    assert titles(look(browser, "workshop type:space")) == ["Workshop"]
    assert "Eve Lindholm" in look(browser, "archivist type:person")
    question.acceptances.get().withdraw(by=ada)
    question.close(by=ada)
    work_done()
    assert titles(look(browser, "sand is:solved")) == []
    assert titles(look(browser, "sand is:closed")) == ["Compressor sighs"]


def test_topics_that_change_alone_are_found_under_their_new_names(
    question: Thread, ada: Person, cleo: Person, eve: Person, signed_in: Browser, work_done: Any
) -> None:
    browser = signed_in(eve)
    work_done()
    question.space.change(by=cleo, topics=["welding"])
    question.retitle(by=ada, title=question.title, topics=["compressors"])
    eve.can_be_asked_about(["archives"])
    work_done()
    assert titles(look(browser, "topic:welding type:space")) == titles(look(browser, "welding type:space")) == ["Repairs"]
    assert titles(look(browser, "topic:compressors")) == titles(look(browser, "compressors")) == [question.title]
    assert all("Eve Lindholm" in look(browser, words) for words in ("topic:archives type:person", "archives type:person"))
    assert titles(look(browser, "topic:pumps")) == []


def test_two_topics_made_one_are_found_as_one(
    question: Thread, ada: Person, eve: Person, olga: Person, signed_in: Browser, work_done: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "BATCH", 1)
    browser = signed_in(ada)
    question.retitle(by=ada, title=question.title, topics=["pompen"])
    eve.can_be_asked_about(["pompen"])
    work_done()
    merge(Topic.objects.get(slug="pompen"), Topic.objects.get(slug="pumps"), by=olga)
    work_done()
    assert titles(look(browser, "topic:pumps")) == titles(look(browser, "topic:pompen")) == [question.title]
    assert titles(look(browser, "pumps type:thread")) == [question.title]
    assert "Eve Lindholm" in look(browser, "topic:pumps type:person")
    assert not DocumentTopic.objects.filter(topic=Topic.objects.get(slug="pompen").pk).exists()


def test_it_can_be_made_anew(
    question: Thread, answer: Post, eve: Person, signed_in: Browser, work_done: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    work_done()
    before = sorted(Document.objects.values_list("subject", "number"))
    Document.objects.all().delete()
    Document.objects.create(subject="thread", number=10**6, under="thread:1000000", at=question.opened_at)
    DocumentTopic.objects.create(under="thread:1000000", topic=7)
    call_command("reindex")
    assert sorted(Document.objects.values_list("subject", "number")) == before
    assert not DocumentTopic.objects.filter(topic=7).exists()
    assert titles(look(signed_in(eve), "sand valve")) == [question.title]
    assert "1 × thread" in capsys.readouterr().out


def test_an_interrupted_rebuild_goes_on_where_it_was(ada: Person, repairs: Space, work_done: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "BATCH", 2)
    for number in range(7):
        Thread.objects.open(repairs, by=ada, title=f"Pump {number}", source="x")
    work_done()
    Document.objects.all().delete()
    steps = indexing.rebuild()
    while next(steps)[0] != "thread":
        pass
    steps.close()
    upto = Rebuild.objects.get(subject="thread").upto
    assert Document.objects.filter(subject="thread").count() == 2
    assert ("thread", 2) in list(indexing.rebuild())
    assert Document.objects.filter(subject="thread").count() == 7
    assert upto
    assert not Rebuild.objects.exists()


def test_words_go_with_their_document(question: Thread, work_done: Any) -> None:
    work_done()
    assert "overnight" in words_kept()
    Document.objects.all().delete()
    assert words_kept() == ""


def test_topics_go_with_the_last_document_under_their_address(question: Thread, answer: Post, ada: Person, work_done: Any) -> None:
    work_done()
    kept = DocumentTopic.objects.filter(under=f"thread:{question.pk}")
    Document.objects.filter(subject="post", number=answer.pk).take_out()
    assert kept.exists()
    question.delete_softly(by=ada)
    work_done()
    assert not Document.objects.filter(under=f"thread:{question.pk}").exists()
    assert not kept.exists()


def test_what_does_not_change_is_not_written_again(question: Thread, ada: Person, work_done: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    work_done()
    written = []
    monkeypatch.setattr("junto.search.index.sqlite.SQLiteIndex.put", lambda self, words: written.extend(words))
    monkeypatch.setattr("junto.search.index.postgresql.PostgreSQLIndex.put", lambda self, words: written.extend(words))
    question.close(by=ada)
    work_done()
    assert written == []
    assert Document.objects.get(subject="thread").is_closed


@pytest.mark.parametrize("keep_texts", [True, False])
def test_whoever_leaves_for_good_leaves_the_index(keep_texts: bool, question: Thread, answer: Post, ben: Person, work_done: Any) -> None:
    work_done()
    assert "yilmaz" in words_kept()
    number = ben.pk
    erase(number, keep_texts=keep_texts)
    work_done()
    assert "yilmaz" not in words_kept()
    assert ("grain" in words_kept()) is keep_texts
    assert not Document.objects.filter(author=number).exists()
    assert not Document.objects.filter(subject="person", number=number).exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_a_test_that_commits_leaves_no_words_behind(time: str, question: Thread, work_done: Any) -> None:
    assert words_kept() == ""
    work_done()
    assert "overnight" in words_kept()


def test_texts_that_are_drawn_anew_are_found_by_the_words_they_show_now(
    question: Thread, answer: Post, eve: Person, signed_in: Browser, work_done: Any
) -> None:
    as_an_older_renderer_left_it(answer, question.posts.get(kind="opening"))
    work_done()
    assert titles(look(signed_in(eve), "tarnished")) == [question.title]
    call_command("rerender", stdout=io.StringIO())
    work_done()
    assert titles(look(signed_in(eve), "tarnished")) == []
    assert titles(look(signed_in(eve), "morning")) == titles(look(signed_in(eve), "grain")) == [question.title]


def test_texts_that_show_the_same_words_as_before_are_not_indexed_again(question: Thread, work_done: Any) -> None:
    work_done()
    before = set(Work.objects.values_list("pk", flat=True))
    Post.objects.update(renderer=0)
    call_command("rerender", stdout=io.StringIO())
    assert set(Work.objects.values_list("pk", flat=True)) == before
