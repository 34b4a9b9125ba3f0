"""How far something gets to whom: what people muted, and whom they block. For many people and one thing, or one person and many."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from junto.kit.clock import now
from junto.kit.compiled import compiled
from junto.kit.facts import Fact
from junto.kit.notices import Concern, Notice
from junto.notify.hours import Reach
from junto.notify.models.level import Level
from junto.people.models import Block
from junto.posts.models import Thread, Watch

SILENCED = {Concern.ANSWERS, Concern.REPLIES, Concern.HELPED, Concern.NEW}
"""Of these nothing is heard from a place that is muted. Who is mentioned or asked there finds it in the inbox, and is not called."""


@dataclass(frozen=True)
class Matter:
    """What somebody may be told of, as far as mutes go: which concern, where, by whom."""

    concern: Concern
    thread: int = 0
    space: int = 0
    by: int = 0

    @classmethod
    def of(cls, notice: Notice, subject: str, by: int | None) -> "Matter":
        """By the address of the subject: of a thread, or of a space."""
        family, _, number = subject.partition(":")
        places = {"thread" if family == "thread" else "space": int(number)}
        return cls(notice.concern, **places, by=by or 0)

    @classmethod
    def in_fact(cls, notice: Notice, fact: Fact) -> "Matter":
        return cls.of(notice, notice.subject(fact), getattr(fact, "by_id", None))


class Mutes:
    """What these people have muted and whom they block, as far as these matters go: five queries at most."""

    def __init__(self, people: Collection[int], matters: Iterable[Matter]) -> None:
        matters = list(matters)
        threads = sorted({matter.thread for matter in matters} - {0})
        actors = sorted({matter.by for matter in matters} - {0})
        whom = sorted(people)
        self._threads = set(_muted_threads(people=whom, threads=threads, at=now()))
        self._blocked = set(_blocked(people=whom, actors=actors))
        self._levels = _by_person(Level.objects.muting_for(whom))
        self._places = _places(threads) if self._levels else {}

    def reach(self, person: int, matter: Matter) -> Reach:
        """How far this gets to this person."""
        levels = self._levels.get(person, ())
        if matter.concern is not Concern.SPACE and any(level.whom_id == matter.by for level in levels):
            return Reach.NOWHERE
        if (person, matter.thread) in self._threads or any(self._is_about(level, matter) for level in levels):
            return Reach.NOWHERE if matter.concern in SILENCED else Reach.INBOX
        return Reach.INBOX if (person, matter.by) in self._blocked else Reach.EVERYWHERE

    def _is_about(self, level: Level, matter: Matter) -> bool:
        space, topics = self._places.get(matter.thread, (matter.space, set()))
        return (level.space_id is not None and level.space_id == space) or level.topic_id in topics


def _by_person(levels: Sequence[Level]) -> dict[int, list[Level]]:
    found = defaultdict(list)
    for level in levels:
        found[level.person_id].append(level)
    return dict(found)


def _places(threads: list[int]) -> dict[int, tuple[int, set[int]]]:
    """For each thread its space and its topics."""
    found: dict[int, tuple[int, set[int]]] = {}
    for thread, space, topic in _where(threads=threads):
        found.setdefault(thread, (space, set()))[1].add(topic or 0)
    return found


@compiled
def _muted_threads(people: list[int], threads: list[int], at: Any) -> Any:
    return Watch.objects.filter(person__in=people, thread__in=threads).muting(at).values_list("person_id", "thread_id")


@compiled
def _blocked(people: list[int], actors: list[int]) -> Any:
    return Block.objects.filter(person__in=people, blocked__in=actors).values_list("person_id", "blocked_id")


@compiled
def _where(threads: list[int]) -> Any:
    return Thread.objects.filter(pk__in=threads).values_list("pk", "space_id", "topics")
