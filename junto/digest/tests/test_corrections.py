"""What stood in an edition and was corrected since: heard of once, with the next letter, by whom it reached and may still read it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from junto.digest.corrections import corrections, standing
from junto.digest.models import Edition, Kind, Thing
from junto.digest.readers import readers
from junto.digest.reading import lines_of
from junto.digest.week import gather
from junto.kit.clock import now
from junto.kit.work.worker import work_off
from junto.notify.models import InboxItem, Level
from junto.posts.models import Acceptance, Outdated, ReadPosition, Thread
from tests.digest import MONDAY, composed, given
from tests.queries import queries_of

pytestmark = pytest.mark.usefixtures("mail_works")
NEXT, AFTER = MONDAY + timedelta(days=7), MONDAY + timedelta(days=14)


@pytest.fixture(autouse=True)
def friday(time_machine):
    time_machine.move_to(datetime(2026, 11, 20, 12, tzinfo=UTC), tick=False)


@pytest.fixture
def later(time_machine):
    """Time goes on: a week, or so long."""
    return lambda **by: time_machine.shift(timedelta(**(by or {"weeks": 1})))


@pytest.fixture
def letter_of_mina(question, answer, ada, mina, later):
    """Ben's answer solved the question, and stood so in Mina's letter."""
    answer.accept(by=ada)
    [edition] = composed([mina])
    assert edition.things.get().kind == Kind.SOLVED
    work_off()
    mail.outbox.clear()
    later(hours=1)
    return edition


def corrected(person, monday: date = NEXT):
    return [line for line in given(person, monday) if line.thing.kind == Kind.CORRECTED]


def letters_to(person):
    work_off()
    return [sent for sent in mail.outbox if sent.to == [person.email]]


def test_who_was_given_an_answer_hears_with_the_next_letter_that_it_may_no_longer_hold(letter_of_mina, answer, cleo, mina, later):
    Outdated.objects.mark(answer, by=cleo, because="Since March the sieve is another one.")
    later()
    assert letters_to(mina) == []
    composed([mina], NEXT)
    [sent] = letters_to(mina)
    for said in (sent.body, sent.alternatives[0][0]):
        assert "Corrected since: it may no longer hold" in said
        assert "Since March the sieve is another one." in said
        assert "because it stood in an earlier letter of yours" in said


def test_it_is_said_once(letter_of_mina, answer, cleo, mina, later):
    marked = Outdated.objects.mark(answer, by=cleo)
    later()
    assert len(corrected(mina)) == 1
    marked.take_back(by=cleo)
    Outdated.objects.mark(answer, by=cleo)
    later()
    assert corrected(mina, AFTER) == []


def test_it_leads_to_what_is_newer_if_that_may_be_read(letter_of_mina, answer, question, cleo, mina, later):
    newer = Thread.objects.open(question.space, by=cleo, kind="discussion", title="The new sieve", source="It holds for a year.")
    Outdated.objects.mark(answer, by=cleo, instead=newer)
    later()
    [line] = corrected(mina)
    assert (line.says, line.url) == ("Corrected since: what is newer stands in “The new sieve”", f"/threads/{newer.pk}/")
    newer.delete_softly(by=cleo)
    [edition] = Edition.objects.filter(person=mina, week=NEXT)
    assert [(line.says, line.url) for line in lines_of(edition) if line.thing.kind == Kind.CORRECTED] == [
        ("Corrected since: it may no longer hold", f"/posts/{answer.pk}/")
    ]


def test_another_answer_that_solved_it_is_named_by_its_place(letter_of_mina, answer, question, ada, cleo, mina, later):
    better = question.reply(by=cleo, source="It was the gasket after all.")
    Acceptance.objects.get(post=answer).withdraw(by=ada)
    better.accept(by=ada)
    later()
    [line] = corrected(mina)
    assert (line.says, line.url) == ("Corrected since: another answer solved it", f"/posts/{better.pk}/")


def test_so_is_that_none_solved_it_so_far(letter_of_mina, answer, ada, mina, later):
    Acceptance.objects.get(post=answer).withdraw(by=ada)
    later()
    [line] = corrected(mina)
    assert line.says == "Corrected since: it is not marked as what solved it any more"


def test_what_was_taken_back_before_the_letter_is_in_none(letter_of_mina, answer, cleo, mina, later):
    marked = Outdated.objects.mark(answer, by=cleo)
    later()
    composed([mina], NEXT)
    marked.take_back(by=cleo)
    assert letters_to(mina) == []


@pytest.mark.parametrize("how", ["hidden", "deleted", "muted", "read on", "said so", "told"])
def test_nobody_hears_of_what_they_may_not_see_shun_or_know(how, letter_of_mina, answer, question, ada, cleo, ben, mina, later):
    by = mina if how == "said so" else cleo
    Outdated.objects.mark(answer, by=by)
    later(days=1)
    {
        "hidden": lambda: (mina.memberships.get().end(by=mina), question.space.change(by=cleo, visibility="hidden")),
        "deleted": lambda: answer.delete_softly(by=ben),
        "muted": lambda: Level.objects.choose(mina, "muted", space=question.space),
        "read on": lambda: ReadPosition.objects.reach(question, mina, question.reply(by=ada, source="Oh.").pk),
        "said so": lambda: None,
        "told": lambda: InboxItem.objects.create(person=mina, notice="relied_on", post_id=answer.pk, last_fact_id=1, at=now()),
    }[how]()
    later(days=6)
    assert corrected(mina) == []


def test_who_was_never_given_it_hears_of_nothing(letter_of_mina, answer, cleo, dana, later):
    Outdated.objects.mark(answer, by=cleo)
    later()
    assert corrected(dana) == []


def test_what_may_no_longer_hold_is_given_to_nobody_and_says_so_where_it_stood(letter_of_mina, answer, cleo, mina, dana, signed_in):
    Outdated.objects.mark(answer, by=cleo)
    assert all(line.thing.post_id != answer.pk for line in given(dana))
    assert "May no longer hold" in signed_in(mina).get("/digest/").content.decode()


def test_one_query_finds_and_two_tell_however_many_there_are(letter_of_mina, repairs, ada, ben, cleo, mina, later):
    others = [Thread.objects.open(repairs, by=ada, title=f"Pump {number}", source="It hums.") for number in range(5)]
    for thread in others:
        told = thread.reply(by=ben, source="Rinse it.")
        Thing.objects.create(edition=letter_of_mina, kind=Kind.ANSWERED, why="belongs", thread=thread, post=told)
        Outdated.objects.mark(told, by=cleo)
    later()
    week = gather(NEXT, now())
    found = readers([mina.pk], week)
    with CaptureQueriesContext(connection) as asked:
        first, *more = corrections(found, week)[mina.pk]
    assert (len(asked), len(more)) == (1, 2)
    assert queries_of(lambda: standing([first], mina)) == queries_of(lambda: standing([first, *more], mina)) == 2
