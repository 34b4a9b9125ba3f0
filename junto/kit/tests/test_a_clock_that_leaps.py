"""A clock that leaps ahead and back takes nothing out and stops nothing for good."""

from datetime import timedelta

import pytest
import time_machine

from junto.kit.backup.scheduled.looking import back_up
from junto.kit.clock import now
from junto.kit.models import FactRecord, Work
from junto.kit.privacy.retention import cut_off_old_numbers
from junto.kit.work import timetable
from junto.kit.work.worker import LEASE, work_off
from junto.posts.models import Post

YEAR = timedelta(days=365)


@pytest.fixture(autouse=True)
def looks(db, monkeypatch):
    """Looks at the clock, as the worker does all the time, and does what is due."""
    monkeypatch.setattr(timetable, "_looked", None)

    def look():
        timetable.catch_up()
        work_off()

    look()
    return look


def next_run(listener):
    return Work.objects.get(listener=listener.name, fact=None).run_at


def test_a_year_ahead_for_a_while_takes_nothing_out(looks, answer, ada):
    answer.delete_softly(by=ada)
    work_off()
    named = FactRecord.objects.filter(by_id=ada.pk).count()
    with time_machine.travel(now() + YEAR) as clock:
        looks()
        clock.shift(timedelta(hours=1))
        looks()
        assert next_run(cut_off_old_numbers) > now() + timedelta(hours=4)
    looks()
    assert Post.objects.filter(pk=answer.pk).exists()
    assert FactRecord.objects.filter(by_id=ada.pk).count() == named
    assert next_run(cut_off_old_numbers) < now() + timedelta(days=2)


def test_a_machine_that_was_off_for_a_month_tidies_up_some_hours_later(looks):
    with time_machine.travel(now() + timedelta(days=30)) as clock:
        looks()
        assert next_run(cut_off_old_numbers) > now()
        clock.shift(timedelta(hours=3))
        looks()
        clock.shift(timedelta(hours=4))
        looks()
        assert not Work.objects.filter(run_at__lte=now()).exists()


def test_a_backup_does_not_wait_for_the_clock(looks):
    with time_machine.travel(now() + YEAR):
        timetable.catch_up()
        assert next_run(back_up) < now()


def test_what_was_begun_by_the_wrong_time_is_done_by_the_right_one(looks, question, ben):
    with time_machine.travel(now() + YEAR):
        looks()
        question.reply(by=ben, source="Look at the check valve.")
        Work.objects.filter(fact__isnull=False).update(lease_until=now() + LEASE)
    looks()
    assert not Work.objects.filter(fact__isnull=False).exists()


def test_a_clock_set_back_by_a_day_stops_nothing(looks, question, ben):
    Work.objects.filter(listener=cut_off_old_numbers.name).update(run_at=now() + timedelta(hours=20))
    with time_machine.travel(now() - timedelta(days=1)):
        question.reply(by=ben, source="Look at the check valve.")
        looks()
        assert not Work.objects.filter(fact__isnull=False).exists()
        assert next_run(cut_off_old_numbers) < now() + timedelta(days=1, minutes=1)


def test_a_leap_is_seen_before_anything_is_done_by_it(looks):
    """The worker looks once a minute, but never acts on a clock that went another way than time did."""
    with time_machine.travel(now() + timedelta(seconds=20)):
        before = timetable._looked
        timetable.catch_up()
        assert timetable._looked == before
    with time_machine.travel(now() + YEAR):
        timetable.catch_up()
        assert timetable._looked != before
