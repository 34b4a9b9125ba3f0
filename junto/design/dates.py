"""Moments as a reader wants them: relative up to a week, then a date; the exact time on hover or focus.

Babel takes 30 to 50 µs for one date. A thread shows twenty, so the day, the time of day and the relative words are
each worked out once for each language and kept.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import Literal

from babel.dates import format_date, format_skeleton, format_time, format_timedelta, get_datetime_format
from django.utils.timezone import get_current_timezone, get_current_timezone_name
from django.utils.translation import gettext
from markupsafe import Markup

from junto.design.locales import locale
from junto.kit.clock import now

Unit = Literal["minute", "hour", "day"]
MINUTE, HOUR, DAY = 60, 3600, 86_400
WEEK_OF_DAYS = 7
SETTLED = timedelta(days=3)
"""Further away than this, only days are told and no hours, in every time zone."""


def when(moment: datetime, short: bool = False) -> Markup:
    """A `<time>` element: `2 hours ago`, `yesterday`, `12 January`; short: `2 hrs`. Its title is the exact time in the reader's zone."""
    return teller(short)(moment)


def teller(short: bool = False) -> Callable[[datetime], Markup]:
    """`when` for a page that tells many moments: now, the language and the zone are looked up once."""
    language, zone, today = locale(), get_current_timezone(), now()
    here = today.astimezone(zone)
    date, minute = here.date(), here.replace(second=0, microsecond=0)

    def tell(moment: datetime) -> Markup:
        if abs(today - moment) > SETTLED:
            return _of_a_day(moment, date, language, zone, short)
        return _of_a_minute(moment, minute, language, zone, short)

    return tell


@lru_cache(maxsize=16_384)
def _of_a_day(moment: datetime, today: date, language: str, zone: tzinfo, short: bool) -> Markup:
    """What reads the same all day long is worked out once that day: a page shows dozens of moments to many readers."""
    return _drawn(moment, datetime.combine(today, time(12), zone), language, zone, short)


@lru_cache(maxsize=4096)
def _of_a_minute(moment: datetime, minute: datetime, language: str, zone: tzinfo, short: bool) -> Markup:
    """What is fresh reads the same for a minute, to everybody in one language and zone."""
    return _drawn(moment, minute, language, zone, short)


def _drawn(moment: datetime, today: datetime, language: str, zone: tzinfo, short: bool) -> Markup:
    here = moment.astimezone(zone)
    text = _words(here, today, language, short)
    return Markup(f'<time datetime="{here.isoformat(timespec="minutes")}" title="{_exact(here, language)}">{text}</time>')


def day(moment: datetime | date) -> Markup:
    """A `<time>` element that always shows the date, for times that are no news: `12 January 2026`. A day without an hour has no title."""
    language = locale()
    if not isinstance(moment, datetime):
        return Markup(f'<time datetime="{moment.isoformat()}">{_date(moment, "long", language)}</time>')
    here = moment.astimezone(get_current_timezone())
    text = _date(here.date(), "long", language)
    return Markup(f'<time datetime="{here.isoformat(timespec="minutes")}" title="{_exact(here, language)}">{text}</time>')


def _words(here: datetime, today: datetime, language: str, short: bool) -> str:
    passed = (today - here).total_seconds()
    if abs(passed) < MINUTE:
        return gettext("just now")
    if abs(passed) < DAY:
        return _hours(int(passed), language, short)
    days = (today.date() - here.date()).days
    if abs(days) == 1:
        return gettext("yesterday") if days > 0 else gettext("tomorrow")
    if abs(days) <= WEEK_OF_DAYS:
        return _relative(-days, "day", language, short)
    return _date(here.date(), _style(here.year == today.year, short), language)


def _style(this_year: bool, short: bool) -> str:
    if short:
        return "MMMd" if this_year else "yMMM"
    return "MMMMd" if this_year else "long"


def _hours(passed: int, language: str, short: bool) -> str:
    if abs(passed) < HOUR:
        return _relative(-int(passed / MINUTE), "minute", language, short)
    return _relative(-int(passed / HOUR), "hour", language, short)


@lru_cache(maxsize=2048)
def _relative(count: int, unit: Unit, language: str, short: bool) -> str:
    span = timedelta(**{f"{unit}s": count})
    style: Literal["short", "long"] = "short" if short else "long"
    return format_timedelta(span, granularity=unit, threshold=1000, add_direction=not short, format=style, locale=language)


@lru_cache(maxsize=8192)
def _date(of: date, style: str, language: str) -> str:
    if style in ("full", "long"):
        return format_date(of, style, locale=language)
    return format_skeleton(style, datetime.combine(of, time()), locale=language)


@lru_cache(maxsize=8192)
def _clock(hour: int, minute: int, language: str) -> str:
    return format_time(time(hour, minute), "short", locale=language)


@lru_cache(maxsize=64)
def _pattern(language: str) -> str:
    return str(get_datetime_format("medium", locale=language)).replace("'", "")


def _exact(here: datetime, language: str) -> str:
    place = get_current_timezone_name().rpartition("/")[2].replace("_", " ")
    date, clock = _date(here.date(), "full", language), _clock(here.hour, here.minute, language)
    return f"{_pattern(language).replace('{1}', date).replace('{0}', clock)} ({place})"
