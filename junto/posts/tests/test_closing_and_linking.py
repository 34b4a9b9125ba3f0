"""A thread that takes no more posts, and one that belongs with another."""

from collections.abc import Callable

import pytest
from django.test import Client

from junto.people.models import Person
from junto.posts.models import Thread, ThreadLink
from junto.spaces.models import Space

SignedIn = Callable[[Person], Client]


def test_a_host_closes_with_a_reason_that_everybody_reads_and_opens_again(
    question: Thread, cleo: Person, ben: Person, signed_in: SignedIn
) -> None:
    host, member = signed_in(cleo), signed_in(ben)
    assert "Close this thread?" in host.get(f"/threads/{question.pk}/closure/").content.decode()
    host.post(f"/threads/{question.pk}/closure/", {"because": "Solved by the recall."})
    html = member.get(f"/threads/{question.pk}/").content.decode()
    assert "Solved by the recall." in html
    assert "Cleo Marchetti closed this" in html
    assert 'id="write"' not in html
    host.post(f"/threads/{question.pk}/closure/", {"_method": "DELETE"})
    assert 'id="write"' in member.get(f"/threads/{question.pk}/").content.decode()


def test_who_asked_closes_their_own_and_others_may_not(question: Thread, ada: Person, ben: Person, signed_in: SignedIn) -> None:
    assert signed_in(ben).post(f"/threads/{question.pk}/closure/", {}).status_code == 403
    assert signed_in(ada).post(f"/threads/{question.pk}/closure/", {}).status_code == 302
    assert Thread.objects.get(pk=question.pk).is_closed


def test_a_reason_too_long_comes_back(question: Thread, cleo: Person, signed_in: SignedIn) -> None:
    answer = signed_in(cleo).post(f"/threads/{question.pk}/closure/", {"because": "x" * 501})
    assert answer.status_code == 422
    assert not Thread.objects.get(pk=question.pk).is_closed


@pytest.fixture
def older(repairs: Space, cleo: Person) -> Thread:
    return Thread.objects.open(repairs, by=cleo, title="Pump slowly loses pressure", source="Since spring.")


@pytest.mark.parametrize("written", ["{pk}", "#{pk}", "https://junto.example.org/threads/{pk}/?after=3#post-9", "/threads/{pk}/"])
def test_two_threads_that_ask_the_same_lead_to_each_other(
    question: Thread, older: Thread, ada: Person, ben: Person, signed_in: SignedIn, written: str
) -> None:
    signed_in(ada).post(f"/threads/{question.pk}/links/", {"kind": "duplicate", "other": written.format(pk=older.pk)})
    html, back = (signed_in(ben).get(f"/threads/{thread.pk}/").content.decode() for thread in (question, older))
    assert f'href="/threads/{older.pk}/"' in html
    assert "better answered there" in html
    assert f'href="/threads/{question.pk}/"' in back
    assert "asks the same" in back


@pytest.mark.parametrize("written", ["", "nothing", "/threads/{pk}/", "999999999", "9" * 30])
def test_a_link_that_leads_to_no_other_thread_is_not_made(question: Thread, ada: Person, signed_in: SignedIn, written: str) -> None:
    answer = signed_in(ada).post(f"/threads/{question.pk}/links/", {"kind": "related", "other": written.format(pk=question.pk)})
    assert answer.status_code == 422
    assert not ThreadLink.objects.exists()


def test_nobody_learns_of_a_hidden_thread_by_linking_to_it(
    question: Thread, secret: Thread, cleo: Person, ada: Person, signed_in: SignedIn
) -> None:
    cleos = Space.objects.start(by=cleo, name="Cleo alone", purpose="Hers.", visibility="hidden")
    hers = Thread.objects.open(cleos, by=cleo, title="Hidden words", source="Hidden.")
    assert signed_in(ada).post(f"/threads/{question.pk}/links/", {"kind": "related", "other": str(hers.pk)}).status_code == 422
    question.link_to(hers, kind="related", by=cleo)
    assert "Hidden words" not in signed_in(ada).get(f"/threads/{question.pk}/").content.decode()
    assert "Hidden words" in signed_in(cleo).get(f"/threads/{question.pk}/").content.decode()


def test_a_link_can_be_taken_away(question: Thread, older: Thread, ada: Person, signed_in: SignedIn) -> None:
    question.link_to(older, kind="related", by=ada)
    signed_in(ada).post(f"/threads/{question.pk}/links/", {"_method": "DELETE", "other": str(older.pk)})
    assert not ThreadLink.objects.exists()


def test_a_thread_stands_once_in_belongs_with_however_often_it_was_linked(
    question: Thread, older: Thread, ada: Person, ben: Person, signed_in: SignedIn
) -> None:
    question.link_to(older, kind="related", by=ada)
    older.link_to(question, kind="related", by=ben)
    older.link_to(question, kind="duplicate", by=ben)
    html = signed_in(ada).get(f"/threads/{question.pk}/").content.decode()
    assert html.count(f'href="/threads/{older.pk}/"') == 1
    assert "asks the same" in html
