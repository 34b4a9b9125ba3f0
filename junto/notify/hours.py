"""When somebody is called: what they wished, whether it reaches them, their hours, what is left of today, and the moment decide it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import cached_property
from zoneinfo import ZoneInfo

from junto.notify.means import When

LOOKS_AHEAD = 15
"""Days within which a working day begins, even where a zone once left out a day."""


class Reach(Enum):
    """How far something gets to somebody, by what they muted and whom they block."""

    NOWHERE = 0
    INBOX = 1
    EVERYWHERE = 2


@dataclass(frozen=True)
class Hours:
    """The hours of a person in their own zone. Quiet from and to the same minute means never quiet; no days means every day."""

    zone: ZoneInfo
    quiet_from: time
    quiet_to: time
    days: frozenset[int]
    summary_at: time
    back_on: date | None = None

    def day(self, moment: datetime) -> date:
        """Which day it is for the person."""
        return moment.astimezone(self.zone).date()

    def begins(self, moment: datetime) -> datetime:
        """When this day of theirs began."""
        return self._at(self.day(moment), time.min)

    def is_open(self, moment: datetime) -> bool:
        """Whether the person may be called at that moment."""
        local = moment.astimezone(self.zone)
        return self._works(local.date()) and not self._is_quiet(local.time())

    def opens(self, moment: datetime) -> datetime:
        """That moment, or the next one at which the person may be called."""
        if self.is_open(moment):
            return moment
        return next((at for at in self._openings(moment) if at >= moment and self.is_open(at)), moment)

    def summary(self, moment: datetime) -> datetime:
        """When the next summary comes, after that moment."""
        days = (day for day in self._days(moment) if self._works(day))
        return self.opens(next((at for day in days if (at := self._at(day, self.summary_at)) > moment), moment))

    def _works(self, day: date) -> bool:
        is_back = self.back_on is None or day >= self.back_on
        return is_back and (not self.days or day.weekday() in self.days)

    def _is_quiet(self, local: time) -> bool:
        if self.quiet_from <= self.quiet_to:
            return self.quiet_from <= local < self.quiet_to
        return local >= self.quiet_from or local < self.quiet_to

    def _openings(self, moment: datetime) -> Iterator[datetime]:
        """Where an open time may begin. A minute that comes twice in autumn is two moments."""
        for day in self._days(moment):
            yield from sorted(self._at(day, begin, fold) for begin in (time.min, self.quiet_to) for fold in (0, 1))

    def _days(self, moment: datetime) -> Iterator[date]:
        first = max(self.day(moment), self.back_on or date.min)
        return (first + timedelta(days=number) for number in range(LOOKS_AHEAD))

    def _at(self, day: date, at: time, fold: int = 0) -> datetime:
        return datetime.combine(day, at.replace(fold=fold), self.zone).astimezone(UTC)


@dataclass(frozen=True)
class Budget:
    """How often somebody wants to be called a day by one means, and how often they were today."""

    a_day: int
    spent: int = 0

    @cached_property
    def is_used_up(self) -> bool:
        return self.spent >= self.a_day


def decide(wish: When, reach: Reach, hours: Hours, budget: Budget, moment: datetime) -> tuple[When, datetime | None]:
    """How and when somebody is called of something that happened just now; a call without a moment has none of its own."""
    if reach is not Reach.EVERYWHERE or wish is When.NOT:
        return When.NOT, None
    if wish is When.FRIDAY:
        return When.FRIDAY, None
    opening = hours.opens(moment)
    is_today = hours.day(opening) == hours.day(moment)
    if wish is When.SUMMARY or (is_today and budget.is_used_up):
        return When.SUMMARY, hours.summary(moment)
    return When.AT_ONCE, opening
