"""When somebody is called, as a pure function: held against every zone, odd hours and both clock changes."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from junto.notify.hours import Budget, Hours, Reach, decide
from junto.notify.means import When

ZONES = ["UTC", "Asia/Kathmandu", "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns", "Europe/Berlin", "Africa/Cairo", "Asia/Beirut"]
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
HOURS = st.builds(
    Hours,
    zone=st.sampled_from(ZONES).map(ZoneInfo),
    quiet_from=TIMES,
    quiet_to=TIMES,
    days=st.frozensets(st.integers(0, 6)),
    summary_at=TIMES,
    back_on=st.none() | st.dates(date(2026, 3, 1), date(2026, 12, 1)),
)
MOMENTS = st.datetimes(datetime(2026, 3, 1), datetime(2026, 11, 30), timezones=st.just(UTC))
AN_HOUR_LOST = timedelta(hours=1)


@given(HOURS, MOMENTS)
@settings(max_examples=60)
def test_an_opening_is_never_quiet_never_past_and_the_first_there_is(hours, moment):
    at = hours.opens(moment)
    assert hours.is_open(at)
    assert at >= moment
    steps = int((at - moment) / timedelta(minutes=30))
    earlier = (moment + timedelta(minutes=30 * step) for step in range(min(steps, 400)))
    assert not any(hours.is_open(each) for each in earlier if each < at - AN_HOUR_LOST)


@given(HOURS, MOMENTS)
@settings(max_examples=60)
def test_a_summary_comes_later_on_a_day_the_person_works(hours, moment):
    at = hours.summary(moment)
    assert at > moment
    assert hours.is_open(at)


@given(HOURS, MOMENTS, st.sampled_from(When), st.sampled_from(Reach), st.integers(0, 3), st.integers(0, 5))
@settings(max_examples=80)
def test_what_is_decided_keeps_wish_mute_hours_and_budget(hours, moment, wish, reach, a_day, spent):
    when, at = decide(wish, reach, hours, Budget(a_day, spent), moment)
    if reach is not Reach.EVERYWHERE or wish in (When.NOT, When.FRIDAY):
        assert at is None
        assert when is (When.NOT if reach is not Reach.EVERYWHERE else wish)
        return
    assert at is not None
    assert hours.is_open(at)
    assert when is wish or (wish is When.AT_ONCE and spent >= a_day)
    if when is When.AT_ONCE and hours.day(at) == hours.day(moment):
        assert spent < a_day


def test_quiet_hours_follow_the_wall_clock_through_both_changes():
    berlin = Hours(ZoneInfo("Europe/Berlin"), time(22), time(7), frozenset(), time(8))
    assert berlin.opens(datetime(2026, 3, 28, 23, tzinfo=UTC)) == datetime(2026, 3, 29, 5, tzinfo=UTC)
    assert berlin.opens(datetime(2026, 10, 24, 23, tzinfo=UTC)) == datetime(2026, 10, 25, 6, tzinfo=UTC)


def test_a_zone_of_half_hours_is_kept_to_the_minute():
    kathmandu = Hours(ZoneInfo("Asia/Kathmandu"), time(19), time(7), frozenset(range(5)), time(8))
    assert kathmandu.opens(datetime(2026, 6, 5, 14, tzinfo=UTC)) == datetime(2026, 6, 8, 1, 15, tzinfo=UTC)
