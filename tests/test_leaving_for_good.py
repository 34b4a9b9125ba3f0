"""Somebody leaves for good: nothing that is kept leads to them any more, and what others wrote stays."""

import pytest
from django.test import Client

from junto.kit.models import FactRecord, Work
from junto.kit.privacy import Kept
from junto.people.models import Person
from junto.posts.models import Draft, Post, Revision, Thread
from junto.spaces.models import Membership
from tests.life import ADDRESS, leave, traces
from tests.village import PASSWORD, person


def test_somebody_who_lived_here_has_left_traces_everywhere(life):
    assert len(traces(life.pk)) > 15


@pytest.mark.parametrize("texts", ["keep", "everything"])
def test_afterwards_there_is_no_trace(life, work_done, texts):
    number = life.pk
    leave(life, work_done, texts)
    assert traces(number) == set()
    assert not [kept.name for kept in Kept.every() if kept.rows_about(number).exists()]


def test_texts_that_are_kept_stay_word_for_word_without_the_name(life, work_done, signed_in, ada):
    leave(life, work_done, "keep")
    texts = set(Post.objects.filter(author=None).values_list("source", flat=True))
    assert {"Alone one.", "Still alone two.", "Opening three.", "Answer four, edited.", "Answer five.", "Comment six."} == texts
    assert Revision.objects.filter(source="Answer four.", by=None).exists()
    assert Thread.objects.filter(title="Only I wrote here", author=None).exists()


def test_when_everything_goes_the_words_of_others_stay(life, work_done, question, answer):
    leave(life, work_done, "everything")
    texts = "\n".join(Post.objects.values_list("source", flat=True))
    for gone in ("one.", "two.", "three.", "four", "five.", "six."):
        assert gone not in texts
    for stays in ("Ben keeps his words.", "Ada's comment beneath.", "Thank you @…, that was it.", answer.source):
        assert stays in texts
    assert not Thread.objects.filter(title__in=["Only I wrote here", "Vera asks and others answer"]).exists()
    assert not Revision.objects.filter(source__contains="four").exists()


def test_where_others_answered_an_empty_place_remains(life, work_done):
    leave(life, work_done, "everything")
    thread = Thread.objects.get(posts__source="Ben keeps his words.")
    assert thread.title == "Taken out by whoever wrote it"
    assert thread.posts.get(kind="opening").plain == "Taken out by whoever wrote it"
    assert thread.is_solved


def test_what_is_counted_is_still_right(life, work_done, question, answer, repairs, attic):
    leave(life, work_done, "everything")
    for thread in Thread.objects.all():
        standing = Post.objects.filter(thread=thread)
        assert (thread.post_count, thread.answer_count) == (standing.count(), standing.filter(kind="answer").count())
    for space in (repairs, attic):
        space.refresh_from_db()
        assert space.people_count == Membership.objects.filter(space=space).count()
        assert space.thread_count == Thread.objects.filter(space=space, deletion=None).count()
    answer.refresh_from_db()
    assert answer.helped_count == 1
    assert [before.people for before in answer.helped_before.all()] == [1]


def test_the_name_in_what_others_wrote_is_taken_out_and_shown_so_at_once(life, work_done, signed_in, ada):
    leave(life, work_done, "keep")
    post = Post.objects.get(source="Thank you @…, that was it.")
    assert "@…" in post.html
    assert post.revisions.get().source == "Thanks @…, that was it."
    assert Draft.objects.get(person=ada).fields == {"text": "Dear @…"}


def test_facts_stay_without_the_number(life, work_done):
    counted = FactRecord.objects.filter(by_id=life.pk).count()
    before = FactRecord.objects.count()
    leave(life, work_done, "keep")
    assert counted > 5
    assert FactRecord.objects.count() >= before
    assert FactRecord.objects.get(kind="PersonErased").data == {"texts_kept": True}


def test_a_space_is_never_left_without_a_host(repairs, cleo, ada, ben, mina, olga, signed_in, work_done):
    signed_in(olga).post(f"/people/{cleo.pk}/erasure/", {"texts": "keep"})
    work_done()
    assert [part.person for part in Membership.objects.filter(space=repairs).hosts()] == [mina]


def test_nobody_leaves_by_mistake(signed_in, life, work_done):
    browser = signed_in(life)
    for given in ({}, {"texts": "made up"}):
        assert browser.post("/people/me/erasure/", given).status_code == 200
    work_done()
    assert Person.objects.filter(pk=life.pk, is_active=True).exists()


def test_an_owner_does_it_for_somebody(signed_in, olga, life, work_done):
    number, browser = life.pk, signed_in(olga)
    assert browser.post(f"/people/{number}/erasure/", {"texts": "keep"}).url == "/people/all/"
    work_done()
    assert traces(number) == set()


def test_somebody_must_keep_the_keys(signed_in, olga, ada, work_done):
    page = signed_in(olga).post("/people/me/erasure/", {"texts": "keep"})
    assert "Somebody must keep the keys" in page.content.decode()
    work_done()
    assert Person.objects.filter(pk=olga.pk, is_active=True).exists()


def test_an_erasure_that_was_stopped_half_way_is_finished_the_next_time(life, work_done, monkeypatch):
    from junto.people import kept

    number = life.pk
    with monkeypatch.context() as stopped:
        stopped.setattr(kept.KeptFollows, "erase", lambda *given: 1 / 0)
        client = Client()
        client.post("/account/login/", {"login": ADDRESS, "password": PASSWORD})
        client.post("/people/me/erasure/", {"texts": "everything"})
        work_done()
    assert Person.objects.filter(pk=number).exists()
    Work.objects.all().revive()
    work_done()
    assert traces(number) == set()


def test_whoever_was_deactivated_before_can_be_taken_out_too(signed_in, olga, dora, work_done):
    signed_in(olga).post(f"/people/{dora.pk}/erasure/", {"texts": "everything"})
    work_done()
    assert not Person.objects.filter(pk=dora.pk).exists()


def test_everybody_else_is_as_before(life, work_done, ada, ben):
    others = {somebody.pk: somebody.name for somebody in Person.objects.exclude(pk=life.pk)}
    leave(life, work_done, "everything")
    assert {somebody.pk: somebody.name for somebody in Person.objects.all()} == others
    assert person("Somebody New").pk not in others
