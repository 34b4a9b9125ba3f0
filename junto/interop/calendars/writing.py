"""Writes entries as iCalendar. Moments are told in UTC, so that every calendar shows them rightly wherever its person is."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from junto.interop.calendars.entries import Entry

if TYPE_CHECKING:
    from icalendar import Component, Event, Timezone

CALENDAR = "text/calendar; charset=utf-8"
ASK_AGAIN = timedelta(hours=6)
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def write(entries: Iterable[Entry], base: str, title: str = "") -> bytes:
    """The calendar. `base` is the address of this house; `title` is for one that is asked for again and again."""
    from icalendar import Calendar, vDuration  # here, for it takes a while and most of the house never needs it

    calendar = Calendar()
    calendar.add("prodid", "-//Junto//Junto//EN")
    calendar.add("version", "2.0")
    if title:
        calendar.add("x-wr-calname", _plain(title))
        calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", vDuration(ASK_AGAIN).to_ical().decode())
    events: list[Component] = [_event(entry, base) for entry in entries]
    for component in events or [_nothing()]:
        calendar.add_component(component)
    written: bytes = calendar.to_ical()
    return written


def _nothing() -> "Timezone":
    """A calendar holds at least one component (RFC 5545, 3.6). The zone in which moments are told is one, and no program shows it."""
    from icalendar import Timezone, TimezoneStandard

    always = TimezoneStandard()
    always.add("dtstart", datetime(1970, 1, 1))
    always.add("tzoffsetfrom", timedelta())
    always.add("tzoffsetto", timedelta())
    zone = Timezone()
    zone.add("tzid", "UTC")
    zone.add_component(always)
    return zone


def _event(entry: Entry, base: str) -> "Event":
    from icalendar import Event

    thing, event = entry.thing, Event()
    changed = thing.changed or thing.made
    event.add("uid", f"{entry.name}@{urlsplit(base).hostname}")
    # Without a METHOD the stamp is the moment of the last change (RFC 5545, 3.8.7.2): what did not change reads the same, byte for byte.
    event.add("dtstamp", _moment(changed))
    event.add("last-modified", _moment(changed))
    event.add("sequence", max(0, int((changed - thing.made).total_seconds())))
    event.add("dtstart", _at(thing.at))
    if thing.until is not None:
        event.add("dtend", _at(thing.until))
    event.add("summary", _plain(thing.title))
    event.add("description", _plain(thing.says))
    event.add("url", base + thing.url)
    event.add("transp", "OPAQUE" if thing.is_busy else "TRANSPARENT")
    return event


def _at(at: date | datetime) -> date | datetime:
    return _moment(at) if isinstance(at, datetime) else at


def _moment(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)


def _plain(text: str) -> str:
    return UNSEEN.sub("", text)
