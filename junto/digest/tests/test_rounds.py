"""Everybody gets it once a week, at their hour, whatever happens to the house meanwhile."""

from datetime import UTC, datetime, timedelta

import pytest

from junto.config.wiring import TIMETABLE
from junto.digest import rounds
from junto.digest.due import due, slot_of
from junto.digest.models import Edition, Rhythm
from junto.kit.clock import now
from junto.kit.models import Work
from junto.kit.work import later
from junto.kit.work.worker import work_off
from junto.mail.models import Stop

THURSDAY = datetime(2026, 11, 19, 12, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 20, 8, 2, tzinfo=UTC)


@pytest.fixture
def thursday(time_machine):
    """The day before; who joins the house in a test joins it then."""
    time_machine.move_to(THURSDAY, tick=False)
    return time_machine


def round_at(time_machine, moment):
    """What a round does at that moment, and all that follows."""
    time_machine.move_to(moment, tick=False)
    later(rounds.begin_round)
    work_off()


def weeks_of(person):
    return [str(week) for week in Edition.objects.filter(person=person).order_by("week").values_list("week", flat=True)]


def test_it_is_asked_every_hour_whose_morning_it_is():
    assert TIMETABLE[rounds.begin_round] == "2 * * * *"


def test_on_friday_at_eight_it_is_composed_once_for_everybody_here(thursday, question, cleo, dora):
    round_at(thursday, FRIDAY - timedelta(hours=1))
    assert weeks_of(cleo) == []
    for hours in range(3):
        round_at(thursday, FRIDAY + timedelta(hours=hours))
    assert weeks_of(cleo) == ["2026-11-16"]
    assert weeks_of(dora) == []
    round_at(thursday, FRIDAY + timedelta(days=7))
    assert weeks_of(cleo) == ["2026-11-16", "2026-11-23"]


def test_who_lives_elsewhere_gets_it_by_the_clock_there(thursday, question, ada, ben, cleo):
    ada.change_profile(time_zone="Asia/Tokyo")
    ben.change_profile(time_zone="America/Los_Angeles")
    round_at(thursday, FRIDAY - timedelta(hours=9))
    assert [bool(weeks_of(person)) for person in (ada, ben, cleo)] == [True, False, False]
    round_at(thursday, FRIDAY + timedelta(hours=7))
    assert [bool(weeks_of(person)) for person in (ada, ben, cleo)] == [True, False, True]
    round_at(thursday, FRIDAY + timedelta(hours=8))
    assert bool(weeks_of(ben))


def test_who_chose_another_day_and_hour_gets_it_then_and_not_late_for_a_day_that_was_over_when_they_chose(thursday, question, cleo):
    Rhythm.objects.choose(cleo, weekday=2, hour=17)
    round_at(thursday, FRIDAY)
    assert weeks_of(cleo) == []
    round_at(thursday, datetime(2026, 11, 25, 17, 2, tzinfo=UTC))
    assert weeks_of(cleo) == ["2026-11-23"]


def test_who_stopped_it_gets_none_until_they_let_it_come_again(thursday, question, cleo):
    Stop.objects.begin(cleo, "digest")
    round_at(thursday, FRIDAY)
    assert weeks_of(cleo) == []
    Stop.objects.end(cleo, "digest")
    round_at(thursday, FRIDAY + timedelta(hours=1))
    assert weeks_of(cleo) == ["2026-11-16"]


def test_a_house_that_was_down_on_friday_makes_up_for_it_until_monday_but_not_after(thursday, question, cleo):
    round_at(thursday, FRIDAY + timedelta(days=3))
    assert weeks_of(cleo) == ["2026-11-16"]
    round_at(thursday, FRIDAY + timedelta(days=13))
    assert weeks_of(cleo) == ["2026-11-16"]


def test_who_came_after_friday_waits_for_the_next_one(thursday, question, time_machine):
    from tests.village import person

    time_machine.move_to(FRIDAY + timedelta(days=1), tick=False)
    newcomer = person("Nia Newcomer")
    round_at(thursday, FRIDAY + timedelta(days=2))
    assert weeks_of(newcomer) == []


def test_killed_in_the_middle_everybody_still_has_one_and_nobody_two(thursday, question, ada, ben, cleo, mina, monkeypatch):
    monkeypatch.setattr(rounds, "AT_ONCE", 2)
    thursday.move_to(FRIDAY, tick=False)
    later(rounds.begin_round)
    work_off(1)
    pieces = list(Work.objects.filter(listener=rounds.compose_for.name))
    assert len(pieces) == 2
    pieces[0].run()  # and killed before it said that it was done
    later(rounds.begin_round)
    work_off()
    people = (ada, ben, cleo, mina)
    assert [len(weeks_of(person)) for person in people] == [1] * 4


def test_two_at_the_same_portion_keep_what_the_first_gave(thursday, question, cleo, answer):
    thursday.move_to(FRIDAY, tick=False)
    for _ in range(2):
        week = rounds.gather(FRIDAY.date() - timedelta(days=4), FRIDAY)
        rounds.compose_portion([cleo.pk], FRIDAY.date() - timedelta(days=4), week)
    assert Edition.objects.get(person=cleo).things.count() == 1


def test_the_year_after_an_edition_goes(thursday, question, cleo):
    round_at(thursday, FRIDAY)
    thursday.move_to(FRIDAY + timedelta(days=370))
    rounds.tidy()
    assert weeks_of(cleo) == []


@pytest.mark.parametrize(
    ("zone", "weekday", "hour", "moment", "slot"),
    [
        ("Europe/Lisbon", 4, 8, "2026-11-20T08:00+00:00", "2026-11-20T08:00+00:00"),
        ("Europe/Lisbon", 4, 8, "2026-11-20T07:59+00:00", "2026-11-13T08:00+00:00"),
        ("Asia/Kolkata", 4, 8, "2026-11-20T02:31+00:00", "2026-11-20T02:30+00:00"),
        ("Pacific/Kiritimati", 4, 8, "2026-11-19T18:00+00:00", "2026-11-19T18:00+00:00"),
        ("Europe/Berlin", 6, 8, "2026-03-29T06:00+00:00", "2026-03-29T06:00+00:00"),
        ("Europe/Berlin", 6, 8, "2026-10-25T07:00+00:00", "2026-10-25T07:00+00:00"),
        ("America/Havana", 6, 5, "2026-03-08T09:00+00:00", "2026-03-08T09:00+00:00"),
        ("Nowhere/AtAll", 4, 8, "2026-11-20T08:00+00:00", "2026-11-20T08:00+00:00"),
    ],
)
def test_the_hour_is_told_by_the_clock_on_the_wall(zone, weekday, hour, moment, slot):
    assert slot_of(zone, weekday, hour, datetime.fromisoformat(moment)) == datetime.fromisoformat(slot)


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca"])
def test_a_year_of_hours_has_each_week_once_in_every_zone(zone):
    slots = {slot_of(zone, 4, 8, datetime(2026, 1, 5, tzinfo=UTC) + timedelta(hours=hours)) for hours in range(52 * 7 * 24)}
    assert len(slots) == 53
    assert {(slot.weekday(), slot.hour) for slot in slots} == {(4, 8)}


def test_asking_who_is_due_takes_two_queries_however_many_there_are(thursday, question, ada, ben, cleo, django_assert_num_queries):
    thursday.move_to(FRIDAY, tick=False)
    with django_assert_num_queries(2):
        assert len(list(due(now()))) == 3
