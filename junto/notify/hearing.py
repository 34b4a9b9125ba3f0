"""How much somebody hears of one thing, whichever row keeps it: a thread (`posts.Watch`), a space, a topic or a person (`Level`)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from junto.kit.clock import now
from junto.notify.models import Level
from junto.people.models import Person
from junto.posts.models import Thread, Watch
from junto.spaces.models import Space
from junto.topics.models import Topic

SEEN: dict[str, Callable[[Person], Any]] = {
    "thread": lambda person: Thread.objects.visible_to(person),
    "space": lambda person: Space.objects.visible_to(person),
    "topic": lambda person: Topic.objects.visible_to(person),
    "person": lambda person: Person.objects.visible_to(person).exclude(pk=person.pk),
}
FIELDS = {"space": "space", "topic": "topic", "person": "whom"}
WATCHED = {Level.Kind.ALL: Watch.Level.WATCHING, Level.Kind.CONCERNS: Watch.Level.CONCERNS, Level.Kind.MUTED: Watch.Level.MUTED}


def things_seen(person: Person, family: str) -> Any:
    """The things of that family which the person may see; None when there is no such family."""
    return SEEN[family](person) if family in SEEN else None


@dataclass(frozen=True)
class Hearing:
    """How much `person` hears of `thing`, which they may see; `row` says what they chose, whether it is kept or usual."""

    person: Person
    family: str
    thing: Any
    row: Level

    @classmethod
    def find(cls, person: Person, family: str, number: int) -> "Hearing | None":
        """That of the thing with this number; None for what the person may not see."""
        seen = things_seen(person, family)
        thing = seen.filter(pk=number).first() if seen is not None else None
        return cls(person, family, thing, _row(person, family, thing)) if thing else None

    @property
    def title(self) -> str:
        """How the thing is called."""
        return str(self.thing.title if self.family == "thread" else self.thing.name)

    def choose(self, kind: str) -> None:
        """From now on the person hears this much of it."""
        if self.family == "thread":
            Watch.objects.choose(self.thing, self.person, WATCHED[Level.Kind(kind)])
        else:
            Level.objects.choose(self.person, kind, **{FIELDS[self.family]: self.thing})

    def mute_until(self, moment: datetime) -> None:
        """The person hears nothing of it until then."""
        if self.family == "thread":
            Watch.objects.mute_until(self.thing, self.person, moment)
        else:
            Level.objects.mute_until(self.person, moment, **{FIELDS[self.family]: self.thing})


def muted_by(person: Person) -> list[Hearing]:
    """What the person has muted now, and may see: two queries for each family."""
    watches = {watch.thread_id: _as_level(watch) for watch in Watch.objects.filter(person=person).muting(now())}
    return _heard(person, "thread", watches) + _by_level(person, Level.objects.muting(now()))


def heard_whole_by(person: Person) -> list[Hearing]:
    """Of what the person wants to hear everything new: spaces and topics."""
    return _by_level(person, Level.objects.wanting_all(now()))


def _by_level(person: Person, levels: Any) -> list[Hearing]:
    rows = list(levels.filter(person=person))
    found = []
    for family, field in FIELDS.items():
        found += _heard(person, family, {number: row for row in rows if (number := getattr(row, f"{field}_id"))})
    return found


def _heard(person: Person, family: str, rows: Mapping[int, Level]) -> list[Hearing]:
    things = SEEN[family](person).filter(pk__in=rows).order_by("pk") if rows else ()
    return [Hearing(person, family, thing, rows[thing.pk]) for thing in things]


def _row(person: Person, family: str, thing: Any) -> Level:
    if family != "thread":
        return Level.objects.of(person, **{FIELDS[family]: thing})
    watch = Watch.objects.filter(thread=thing, person=person).first()
    return _as_level(watch) if watch else Level()


def _as_level(watch: Watch) -> Level:
    kinds = {watched: kind for kind, watched in WATCHED.items()}
    return Level(level=kinds[Watch.Level(watch.level)], muted_until=watch.muted_until)
