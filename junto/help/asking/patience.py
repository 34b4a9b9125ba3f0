"""How long a question waits for those who were asked: so many working hours of theirs."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from junto.help.waiting.usual import HOUR, measured
from junto.kit.clock import now
from junto.notify.hours import Hours

LEAST, MOST = timedelta(hours=2), timedelta(hours=8)
STEP = timedelta(minutes=15)
HALF = 0.5


def time_to_answer(space: int) -> timedelta:
    """How long those who were asked have before others are asked too: half of the questions of this space have an answer by then.

    Sooner than what hosts are told of (`waiting.usual`), by the same measure; never less than two hours or more than a day's work.
    """
    hours = measured([space], now())[space].quantile(HALF)
    return LEAST if hours is None else min(max(hours * HOUR, LEAST), MOST)


def over(hours: Sequence[Hours], moment: datetime, wait: timedelta) -> datetime:
    """When most of these people had that much working time."""
    ends = sorted(after_working(each, moment, wait) for each in hours)
    return ends[len(ends) // 2]


def after_working(hours: Hours, moment: datetime, wait: timedelta) -> datetime:
    """When so much of the person's own working time has passed since that moment."""
    while wait > timedelta():
        moment = hours.opens(moment) + STEP
        wait -= STEP
    return moment
