"""When people work here: what counts as a business hour."""

import re
from datetime import time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from junto.config import env

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")


def zone() -> str:
    """JUNTO_TIME_ZONE: where the house stands, such as Europe/Brussels."""
    name = env.text("JUNTO_TIME_ZONE", "UTC")
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise env.WrongSetting(f"JUNTO_TIME_ZONE is {name!r}; write a zone such as Europe/Brussels.") from None


def hours() -> tuple[time, time]:
    """JUNTO_WORK_HOURS: from when to when people work."""
    given = env.text("JUNTO_WORK_HOURS", "09:00-17:00")
    found = HOURS.fullmatch(given)
    opens, closes = (time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4]))) if found else (time.max, time.min)
    if opens >= closes:
        raise env.WrongSetting(f"JUNTO_WORK_HOURS is {given!r}; write from when to when, for example 09:00-17:00.")
    return opens, closes


def days() -> frozenset[int]:
    """JUNTO_WORK_DAYS: on which days, Monday being 0."""
    given = [word.lower() for word in env.words("JUNTO_WORK_DAYS")] or list(DAYS[:5])
    if unknown := set(given) - set(DAYS):
        raise env.WrongSetting(f"JUNTO_WORK_DAYS names {min(unknown)!r}; write days with commas between, for example mon,tue,wed,thu,fri.")
    return frozenset(map(DAYS.index, given))
