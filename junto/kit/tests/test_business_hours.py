"""How long something waited at work: nights and weekends do not count."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from junto.kit.business_hours import BusinessHours

GHENT = BusinessHours(ZoneInfo("Europe/Brussels"))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of March 2026 in Ghent; the 2nd is a Monday, on the 29th the clock goes forward."""
    return datetime(2026, 3, day, hour, minute, tzinfo=GHENT.zone)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (at(2, 9), at(2, 11, 30), 2.5),
        (at(2, 16), at(3, 10), 2),
        (at(6, 16), at(9, 10), 2),
        (at(7, 8), at(8, 20), 0),
        (at(2, 3), at(2, 23), 8),
        (at(2, 12), at(30, 12), 160),
        (at(3, 12), at(2, 12), 0),
    ],
)
def test_only_the_working_day_counts(start: datetime, end: datetime, hours: float) -> None:
    assert GHENT.between(start, end) == timedelta(hours=hours)


def test_the_zone_and_the_days_are_those_of_the_house() -> None:
    cairo = BusinessHours(ZoneInfo("Africa/Cairo"), time(8), time(15), frozenset({6, 0, 1, 2, 3}))
    saturday, sunday_noon = datetime(2026, 3, 7, 12, tzinfo=UTC), datetime(2026, 3, 8, 8, tzinfo=UTC)
    assert cairo.between(saturday, sunday_noon) == timedelta(hours=2)


def test_weeks_are_counted_as_wholes_as_days_are() -> None:
    day_by_day = sum(
        (GHENT.between(at(2, 12) + timedelta(days=day), at(2, 12) + timedelta(days=day + 1)) for day in range(26)), timedelta(0)
    )
    assert GHENT.between(at(2, 12), at(2, 12) + timedelta(days=26)) == day_by_day
