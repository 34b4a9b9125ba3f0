"""A question that waits longer than is usual in its space: hosts hear of it once."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from junto.help.asking.patience import time_to_answer
from junto.help.waiting.listening import tell_hosts
from junto.help.waiting.usual import usual_hours
from junto.kit.business_hours import business_hours
from junto.notify.models import InboxItem
from junto.posts.models import Thread
from tests.queries import queries_of

MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def clock():
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield clock


def told(person) -> int:
    return InboxItem.objects.filter(person=person, notice="question_waits", seen_at=None).count()


def test_hosts_hear_once_after_a_working_day_while_there_are_few_questions(clock, question, cleo, ada, work_done) -> None:
    for hours, expected in ((7, 0), (22, 0), (26, 1), (40, 1)):
        clock.move_to(MONDAY + hours * HOUR)
        tell_hosts()
        work_done()
        assert told(cleo) == expected, hours
    assert told(ada) == 0


def test_an_answer_settles_it(clock, question, cleo, ben, work_done) -> None:
    clock.move_to(MONDAY + 30 * HOUR)
    tell_hosts()
    work_done()
    question.reply(by=ben, source="Look at the valve.")
    work_done()
    assert told(cleo) == 0


def test_what_is_usual_is_three_of_four_and_never_less_than_four_hours(clock, repairs, ada, ben) -> None:
    for minutes in range(10, 310, 10):
        thread = Thread.objects.open(repairs, by=ada, title=f"Question {minutes}", source="Why?", at=MONDAY)
        thread.reply(by=ben, source="So.", at=MONDAY + timedelta(minutes=minutes))
    clock.move_to(MONDAY + 6 * HOUR)
    assert usual_hours([repairs.pk], MONDAY + 6 * HOUR) == {repairs.pk: 4.0}
    Thread.objects.all()[0].posts.filter(kind="answer").update(written_at=MONDAY)
    Thread.objects.filter(pk__gt=0).update(opened_at=MONDAY - 2 * HOUR)
    assert usual_hours([repairs.pk], MONDAY + 6 * HOUR)[repairs.pk] == pytest.approx(4.83, abs=0.01)


def test_the_page_shows_the_oldest_first_and_says_what_waits_long(clock, question, repairs, ada, ben, signed_in) -> None:
    clock.move_to(MONDAY + 26 * HOUR)
    Thread.objects.open(repairs, by=ben, title="Asked just now", source="Why?")
    page = signed_in(ada).get("/help/spaces/repairs/waiting/").content.decode()
    assert page.index(question.title) < page.index("Asked just now")
    assert page.count("longer than usual") == 1


def test_hosts_are_led_there_from_their_space_and_others_are_not(clock, question, cleo, ada, signed_in) -> None:
    clock.move_to(MONDAY + 26 * HOUR)
    tell_hosts()
    assert "/help/spaces/repairs/waiting/" in signed_in(cleo).get("/spaces/repairs/").content.decode()
    assert "/help/spaces/repairs/waiting/" not in signed_in(ada).get("/spaces/repairs/").content.decode()


def test_ten_more_cost_no_query_more(clock, question, repairs, ada, cleo, signed_in) -> None:
    client = signed_in(cleo)
    pages = ("/help/spaces/repairs/waiting/", "/spaces/repairs/")
    clock.move_to(MONDAY + 26 * HOUR)
    tell_hosts()
    before = [queries_of(lambda path=path: client.get(path)) for path in pages for _ in range(2)][1::2]
    for number in range(10):
        Thread.objects.open(repairs, by=ada, title=f"Question {number}", source="Why?")
    clock.move_to(MONDAY + 48 * HOUR)
    tell_hosts()
    again = [queries_of(lambda path=path: client.get(path)) for path in pages for _ in range(2)][1::2]
    assert again == before


def test_what_an_import_brought_is_history(clock, repairs, cleo, ada, work_done) -> None:
    from junto.posts.models import Origin

    thread = Thread.objects.open(repairs, by=ada, title="Asked elsewhere", source="Why?", at=MONDAY)
    Origin.objects.create(post=thread.posts.get(), url="https://forum.example.org/1")
    clock.move_to(MONDAY + 72 * HOUR)
    tell_hosts()
    work_done()
    assert told(cleo) == 0


def test_those_asked_have_the_time_in_which_half_are_answered_in_hours_of_work_and_by_somebody_else(clock, repairs, ada, ben) -> None:
    assert time_to_answer(repairs.pk) == 2 * HOUR
    for day in range(3):
        at = MONDAY + day * 24 * HOUR + 5 * HOUR
        thread = Thread.objects.open(repairs, by=ada, title=f"Question {day}", source="Why?", at=at)
        thread.reply(by=ada, source="Not this.", at=at + HOUR / 2)
        thread.reply(by=ben, source="So.", at=at + 20 * HOUR)
    clock.move_to(MONDAY + 96 * HOUR)
    answered = business_hours().between(at, at + 20 * HOUR)
    assert 2 * HOUR < answered < 8 * HOUR
    assert time_to_answer(repairs.pk) == answered
