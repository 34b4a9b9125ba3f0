"""Working time: the sample company writes by day, however late in the week it moves in."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Berlin")
OPENS, CLOSES = time(7, 30), time(17, 30)
HOURS = 10.0
"""Hours in a working day."""
WORKDAYS = 5


def working_hours_before(moment: datetime, hours: float) -> datetime:
    """The moment so many working hours (Monday to Friday, 07:30 to 17:30 in `ZONE`) earlier, in UTC. Never later than `moment`."""
    weeks, hours = divmod(hours, WORKDAYS * HOURS)
    day, worked = _at_work(moment.astimezone(ZONE))
    day -= timedelta(weeks=weeks)
    while hours > worked:
        hours -= worked
        day, worked = _workday_before(day), HOURS
    return (datetime.combine(day, OPENS, tzinfo=ZONE) + timedelta(hours=worked - hours)).astimezone(UTC)


def _at_work(local: datetime) -> tuple[date, float]:
    """The working day that has begun last, and how many of its hours are over."""
    if local.weekday() >= WORKDAYS or local.time() < OPENS:
        return _workday_before(local.date()), HOURS
    since_opening = local - datetime.combine(local.date(), OPENS, tzinfo=ZONE)
    return local.date(), min(since_opening / timedelta(hours=1), HOURS)


def _workday_before(day: date) -> date:
    day -= timedelta(days=1)
    while day.weekday() >= WORKDAYS:
        day -= timedelta(days=1)
    return day
