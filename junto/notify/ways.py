"""The ways to a person as the preference page tells them: what is set up, what is closed, and how much of today is used."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from junto.kit.clock import now
from junto.notify.means import Means
from junto.notify.models import ClosedWay, Preferences, Sending
from junto.people.models import Person
from junto.people.zones import zone_of


@dataclass(frozen=True)
class Way:
    """One means, and how it stands between it and the person."""

    means: Means
    reaches: bool
    closed_since: datetime | None
    spent: int
    a_day: int


def ways_of(person: Person, means: Sequence[Means], preferences: Preferences) -> list[Way]:
    """How it stands with each of these means."""
    begins = preferences.hours(zone_of(person)).begins(now())
    closed = dict(ClosedWay.objects.filter(person=person).values_list("means", "since"))
    return [
        Way(each, each.reaches(person), closed.get(each.name), Sending.objects.spent(person, each.name, begins), preferences.a_day)
        for each in means
    ]
