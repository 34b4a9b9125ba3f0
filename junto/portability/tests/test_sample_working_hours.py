from datetime import UTC, datetime

import pytest

from junto.portability.sample.working_hours import ZONE, working_hours_before

THURSDAY_NOON = datetime(2025, 6, 12, 10, 0, tzinfo=UTC)  # 12:00 in Berlin
SUNDAY = datetime(2025, 6, 15, 20, 0, tzinfo=UTC)
MONDAY_EARLY = datetime(2025, 6, 16, 3, 0, tzinfo=UTC)


def local(moment: datetime, hours: float) -> str:
    return working_hours_before(moment, hours).astimezone(ZONE).strftime("%a %d %H:%M")


def test_hours_of_today_are_counted_first():
    assert local(THURSDAY_NOON, 0) == "Thu 12 12:00"
    assert local(THURSDAY_NOON, 4) == "Thu 12 08:00"


def test_before_opening_comes_the_evening_of_the_day_before():
    assert local(THURSDAY_NOON, 5.5) == "Wed 11 16:30"


@pytest.mark.parametrize("moment", [SUNDAY, MONDAY_EARLY])
def test_weekends_and_nights_count_for_nothing(moment):
    assert local(moment, 0) == "Fri 13 17:30"
    assert local(moment, 10.5) == "Thu 12 17:00"


def test_fifty_hours_are_a_week():
    assert local(THURSDAY_NOON, 50) == "Thu 05 12:00"
    assert local(THURSDAY_NOON, 50 * 20 + 4) == "Thu 23 08:00"


def test_the_clock_on_the_wall_counts_when_summer_time_begins():
    assert local(datetime(2025, 3, 31, 8, 0, tzinfo=UTC), 12.5) == "Fri 28 07:30"


def test_never_later_than_the_moment():
    assert all(working_hours_before(moment, 0) <= moment for moment in (THURSDAY_NOON, SUNDAY, MONDAY_EARLY))
