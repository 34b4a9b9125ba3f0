"""Until it is solved: the asker is asked once whether it worked, says so, and what did not work is open again."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from junto.config.wiring import TIMETABLE
from junto.help.models import CheckBack, Outcome
from junto.help.outcomes.listening import ask_due
from junto.kit.clock import now
from junto.kit.models import FactRecord
from junto.notify.models import InboxItem
from junto.people.models import Person
from junto.posts.models import Acceptance, Post, Thread
from tests.queries import queries_of

SignedIn = Callable[[Person], Client]
MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.fixture
def asked_later(work_done: Callable[[], int]) -> Callable[[timedelta], None]:
    """So much time passes, and what was due then happens."""

    def later(passed: timedelta) -> None:
        with time_machine.travel(now() + passed, tick=False):
            ask_due()
            work_done()

    return later


def told(person: Person) -> list[str]:
    return list(InboxItem.objects.filter(person=person, seen_at=None).order_by("pk").values_list("notice", flat=True))


def page_of(client: Client, question: Thread) -> str:
    return client.get(f"/threads/{question.pk}/").content.decode()


def test_two_days_after_an_answer_the_asker_is_asked_once(question, answer, ada, ben, asked_later, work_done) -> None:
    work_done()
    asked_later(timedelta(hours=47))
    assert "did_it_work" not in told(ada)
    asked_later(timedelta(hours=49))
    asked_later(timedelta(days=30))
    assert FactRecord.objects.filter(kind="OutcomeAsked").count() == told(ada).count("did_it_work") == 1
    assert "did_it_work" not in told(ben)


def test_silence_is_never_taken_for_success(question, answer, ada, asked_later, work_done) -> None:
    answer.accept(by=ada)
    work_done()
    asked_later(timedelta(days=30))
    assert not Outcome.objects.exists()


def test_the_asker_chooses_when_to_be_asked(question, answer, ada, signed_in, asked_later, work_done) -> None:
    work_done()
    signed_in(ada).post(f"/help/threads/{question.pk}/outcome/when/", {"when": "week"})
    asked_later(timedelta(days=3))
    assert "did_it_work" not in told(ada)
    asked_later(timedelta(days=7, hours=12))
    assert "did_it_work" in told(ada)


def test_who_wants_no_question_is_asked_none(question, answer, ada, signed_in, asked_later, work_done) -> None:
    work_done()
    signed_in(ada).post(f"/help/threads/{question.pk}/outcome/when/", {"when": "never"})
    answer.accept(by=ada)
    work_done()
    asked_later(timedelta(days=90))
    assert "did_it_work" not in told(ada)


@pytest.mark.parametrize(
    "given", [{}, {"when": "day"}, {"when": "day", "day": "2001-01-01"}, {"when": "day", "day": "soon"}, {"when": "x"}]
)
def test_a_day_that_cannot_be_is_said_and_changes_nothing(given, question, answer, ada, signed_in, work_done) -> None:
    work_done()
    before = CheckBack.objects.get().at
    assert signed_in(ada).post(f"/help/threads/{question.pk}/outcome/when/", given).status_code == 422
    assert CheckBack.objects.get().at == before


def test_it_worked_is_said_with_one_press_and_taken_back(question, answer, ada, ben, signed_in, work_done) -> None:
    answer.accept(by=ada)
    work_done()
    client = signed_in(ada)
    assert "Did it work?" in page_of(client, question)
    client.post(f"/help/threads/{question.pk}/outcome/", {"says": "worked"})
    work_done()
    assert "It worked" in page_of(signed_in(ben), question)
    assert told(ben).count("worked") == 1
    client.delete(f"/help/threads/{question.pk}/outcome/")
    assert not Outcome.objects.exists()


def test_saying_it_settles_the_line_that_asked(question, answer, ada, signed_in, asked_later, work_done) -> None:
    work_done()
    asked_later(timedelta(days=3))
    signed_in(ada).post(f"/help/threads/{question.pk}/outcome/", {"says": "partly"})
    work_done()
    assert "did_it_work" not in told(ada)


def test_several_answers_are_given_credit_while_saying_it(question, answer, ada, cleo, signed_in, work_done) -> None:
    other = question.reply(by=cleo, source="Replace the spring.")
    given = {"says": "worked", "words": "Both together.", "helped": [answer.pk, other.pk]}
    signed_in(ada).post(f"/help/threads/{question.pk}/outcome/", given)
    assert set(Acceptance.objects.values_list("post", flat=True)) == {answer.pk, other.pk}
    assert "Both together." in page_of(signed_in(cleo), question)


def test_it_did_not_work_opens_the_question_again_with_the_words(question, answer, ada, ben, signed_in, work_done) -> None:
    answer.accept(by=ada)
    question.close(by=ada)
    signed_in(ada).post(f"/help/threads/{question.pk}/outcome/", {"says": "no", "words": "Still 0.4 bar this morning."})
    work_done()
    thread = Thread.objects.get(pk=question.pk)
    assert (thread.is_solved, thread.is_closed) == (False, False)
    comment = Post.objects.get(kind="comment")
    assert (comment.source, comment.parent.kind, comment.author) == ("Still 0.4 bar this morning.", "opening", ada)
    assert "reply" in told(ben)
    assert "still_open" not in told(ben)


def test_without_words_those_who_watch_hear_that_it_is_open_again(question, answer, ada, ben, signed_in, work_done) -> None:
    answer.accept(by=ada)
    signed_in(ada).post(f"/help/threads/{question.pk}/outcome/", {"says": "no"})
    work_done()
    assert "still_open" in told(ben)


def test_undo_brings_back_what_counted_as_solving_it(question, answer, ada, cleo, signed_in, work_done) -> None:
    other = question.reply(by=cleo, source="Replace the spring.")
    for post in (answer, other):
        post.accept(by=ada)
    question.close(by=ada)
    client = signed_in(ada)
    client.post(f"/help/threads/{question.pk}/outcome/", {"says": "no"})
    client.delete(f"/help/threads/{question.pk}/outcome/")
    thread = Thread.objects.get(pk=question.pk)
    assert (thread.accepted_count, thread.is_closed) == (2, True)


def test_what_is_accepted_after_a_no_is_tried_and_asked_about(question, answer, ada, cleo, asked_later, work_done) -> None:
    Outcome.objects.say(question, by=ada, says="no")
    work_done()
    question.reply(by=cleo, source="Replace the spring.").accept(by=ada)
    work_done()
    assert not Outcome.objects.exists()
    asked_later(timedelta(days=3))
    assert "did_it_work" in told(ada)


def test_a_text_that_is_too_long_comes_back_whole(question, answer, ada, signed_in) -> None:
    words = "So " * 1000
    again = signed_in(ada).post(f"/help/threads/{question.pk}/outcome/", {"says": "worked", "words": words})
    assert again.status_code == 422
    assert words.strip() in again.content.decode()


def test_nobody_but_the_asker_says_whether_it_worked(question, answer, ben, cleo, eve, signed_in) -> None:
    for somebody in (ben, cleo, eve):
        assert signed_in(somebody).post(f"/help/threads/{question.pk}/outcome/", {"says": "worked"}).status_code == 403


def test_an_answer_of_another_thread_gets_no_credit(question, answer, discussion, repairs, ada, ben, signed_in) -> None:
    other = Thread.objects.open(repairs, by=ben, title="Another", source="It hums.").reply(by=ada, source="Oil.")
    again = signed_in(ada).post(f"/help/threads/{question.pk}/outcome/", {"says": "worked", "helped": [other.pk]})
    assert again.status_code == 422
    assert not Acceptance.objects.exists()


def test_an_import_has_nobody_asked(repairs, ada, ben, work_done) -> None:
    thread = Thread.objects.open(repairs, by=ada, title="Long ago", source="It hummed.", at=MONDAY)
    thread.reply(by=ben, source="Oil.", at=MONDAY).accept(by=ada, at=MONDAY)
    work_done()
    assert not CheckBack.objects.exists()


def test_the_page_asks_equally_often_however_many_answers_there_are(question, answer, ada, cleo, signed_in) -> None:
    client = signed_in(ada)
    few = queries_of(lambda: client.get(f"/help/threads/{question.pk}/outcome/"))
    for number in range(10):
        question.reply(by=cleo, source=f"Replace part {number}.")
    assert queries_of(lambda: client.get(f"/help/threads/{question.pk}/outcome/")) == few


def test_it_is_looked_at_by_itself() -> None:
    assert ask_due in TIMETABLE
