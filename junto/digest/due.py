"""When somebody's Friday letter is due: by the clock on their own wall."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from typing import Any

from django.db.models import Max

from junto.digest.mailings import WeeksLetter
from junto.digest.models.rhythm import EIGHT, FRIDAY
from junto.mail.models import Stop
from junto.notify.models import Preferences
from junto.people.models import Person
from junto.people.zones import zone_named

LATE = timedelta(days=4)
"""How long after its time it still comes: a house that was down on Friday, or whoever was away that day, has it on Monday."""
AT_ONCE = 2_000


@dataclass(frozen=True)
class Due:
    """Whose letter is due, and of which week: the Monday before the day it should have come."""

    person: int
    zone: str
    week: date


def due(moment: datetime) -> Iterator[Due]:
    """Everybody whose letter is due, who has none of that week, and who may be called now: it is a working day of theirs, no quiet hour."""
    waiting = _past_their_hour(moment)
    while some := list(islice(waiting, AT_ONCE)):
        wishes = Preferences.objects.of_each([each.person for each in some])
        yield from (each for each in some if wishes[each.person].hours(zone_named(each.zone)).is_open(moment))


def _past_their_hour(moment: datetime) -> Iterator[Due]:
    stopped = Stop.objects.filter(mailing=WeeksLetter.name).values("person")
    people = Person.objects.here().with_account().exclude(pk__in=stopped).annotate(latest=Max("editions__week"))
    wanted = ("pk", "time_zone", "rhythm__weekday", "rhythm__hour", "rhythm__since", "joined_at", "latest")
    for person, zone, weekday, hour, since, joined_at, latest in people.order_by("pk").values_list(*wanted).iterator(chunk_size=AT_ONCE):
        slot = slot_of(zone, FRIDAY if weekday is None else weekday, EIGHT if hour is None else hour, moment)
        week = slot.date() - timedelta(days=slot.weekday())
        if moment - slot < LATE and max(since or joined_at, joined_at) <= slot and (latest is None or latest < week):
            yield Due(person, zone, week)


@lru_cache(maxsize=4_096)
def slot_of(zone: str, weekday: int, hour: int, moment: datetime) -> datetime:
    """The last time before that moment when clocks in that zone showed that hour of that weekday.

    An hour that the clocks leap over in spring is the one they leap to; of one that comes twice in autumn it is the first.
    """
    local = moment.astimezone(zone_named(zone))
    back = (local.weekday() - weekday) % 7
    slot = _at(local.date() - timedelta(days=back), hour, local.tzinfo)
    return slot if slot <= moment else _at(local.date() - timedelta(days=back or 7), hour, local.tzinfo)


def _at(day: date, hour: int, zone: Any) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=zone)
