"""Everything that has a date for somebody, from all rooms, in the order of time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time

from django.utils.timezone import get_current_timezone

from junto.kit.dated import Dated, DatedThing
from junto.people.models import Person


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with a date. `name` is the same for ever, such as `invitation-7`."""

    name: str
    icon: str
    thing: DatedThing

    @property
    def begins(self) -> datetime:
        """When it is, or the beginning of its day."""
        at = self.thing.at
        return at if isinstance(at, datetime) else datetime.combine(at, time(), get_current_timezone())

    @property
    def is_day(self) -> bool:
        """Whether it lasts all day and has no hour."""
        return not isinstance(self.thing.at, datetime)


def entries_of(person: Person) -> list[Entry]:
    """What has a date for this person, in the order of time; a few queries for each kind of thing."""
    return sorted(_every(person), key=lambda entry: (entry.begins, entry.name))


def _every(person: Person) -> Iterable[Entry]:
    for dated in Dated.every():
        for thing in dated.of(person):
            yield Entry(f"{dated.name}-{thing.number}", dated.icon, thing)
