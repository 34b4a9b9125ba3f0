"""Time as it counts at work: only while the working day runs. What came on Friday night waits since Monday morning."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.conf import settings

NOTHING = timedelta(0)


@dataclass(frozen=True)
class BusinessHours:
    """A working week: which days (Monday is 0), from when to when, in which zone."""

    zone: ZoneInfo
    opens: time = time(9)
    closes: time = time(17)
    days: frozenset[int] = frozenset(range(5))

    def between(self, start: datetime, end: datetime) -> timedelta:
        """How much working time lies between the two moments; none when the second comes first."""
        whole_weeks = max(0, (end - start).days // 7 - 1)
        near = start + timedelta(weeks=whole_weeks)
        counted = sum((max(NOTHING, min(end, until) - max(near, since)) for since, until in self._open(near, end)), NOTHING)
        return counted + whole_weeks * len(self.days) * self.a_day

    @property
    def a_day(self) -> timedelta:
        """How long a working day is."""
        return datetime.combine(date.min, self.closes) - datetime.combine(date.min, self.opens)

    def _open(self, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
        day, last = start.astimezone(self.zone).date(), end.astimezone(self.zone).date()
        while day <= last:
            if day.weekday() in self.days:
                yield self._at(day, self.opens), self._at(day, self.closes)
            day += timedelta(days=1)

    def _at(self, day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, self.zone).astimezone(UTC)


def business_hours() -> BusinessHours:
    """The working week of this house, as its operator set it."""
    return _week(settings.WORK_ZONE, settings.WORK_HOURS, settings.WORK_DAYS)


@lru_cache(maxsize=4)
def _week(zone: str, hours: tuple[time, time], days: frozenset[int]) -> BusinessHours:
    return BusinessHours(ZoneInfo(zone), *hours, days)
