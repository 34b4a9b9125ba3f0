"""What happened in a week, gathered once for everybody: threads, each with the one post of it that is worth reading.

The number of queries does not grow with people. What is kept is small: of each space, topic and author some of each kind.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from junto.digest.lot import lot
from junto.digest.models.thing import Kind
from junto.people.models import Person
from junto.posts.models import Helped, Post, Thread
from junto.spaces.models import Space

A_WEEK = timedelta(days=7)
WAITING = timedelta(days=28)
"""How long a question without an answer is shown to those who may know one."""
YOUNG = timedelta(days=2)
OF_A_SPACE, OF_A_TOPIC, OF_AN_AUTHOR = 12, 8, 4
"""How many of each kind are kept. Which ones falls by lot, in which what helped has more chances."""
AT_ONCE = 5_000


class Found(NamedTuple):
    """A thread, and the post of it that is worth reading."""

    kind: str
    thread: int
    post: int
    space: int
    author: int | None
    """Who wrote that post, and so shares it."""
    asker: int | None
    helped: int
    is_fresh: bool
    language: str
    topics: tuple[int, ...]


@dataclass(frozen=True)
class Week:
    """All of it, by space, topic and author."""

    number: int
    in_space: Mapping[int, Sequence[Found]]
    about: Mapping[int, Sequence[Found]]
    by: Mapping[int, Sequence[Found]]
    open_to_all: frozenset[int]
    """Spaces that everybody here may read."""
    open_spaces: Sequence[int]
    """Those of them in which something was found, in the order of their numbers."""
    how_much: Mapping[int, int]
    """How many threads were found in each space, those that were not kept included."""
    topics_of_space: Mapping[int, Sequence[int]]
    threads: frozenset[int]
    since: datetime
    until: datetime


def gather(monday: date, until: datetime) -> Week:
    """The week up to that moment, for editions of the week that began on that Monday."""
    number = monday.toordinal() // 7
    every = _with_topics(_found(until))
    open_to_all = frozenset(Space.objects.readable_by(Person(pk=0)).values_list("pk", flat=True))
    in_space = _shelves(every, lambda found: (found.space,), OF_A_SPACE, number)
    elsewhere = [found for found in every if found.space in open_to_all]
    return Week(
        number=number,
        in_space=in_space,
        about=_shelves(elsewhere, lambda found: found.topics, OF_A_TOPIC, number),
        by=_shelves(elsewhere, lambda found: (found.author,) if found.author else (), OF_AN_AUTHOR, number),
        open_to_all=open_to_all,
        open_spaces=sorted(open_to_all & in_space.keys()),
        how_much=Counter(found.space for found in every),
        topics_of_space=_grouped(Space.topics.through.objects.values_list("space", "topic")),
        threads=frozenset(found.thread for found in every),
        since=until - A_WEEK,
        until=until,
    )


def _found(until: datetime) -> Sequence[Found]:
    """One for each thread, of the kind that says most."""
    best: dict[int, Found] = {}
    for kind, posts in _sources(until):
        for found in _rows(kind, posts, until - YOUNG):
            known = best.get(found.thread)
            if known is None or (known.kind == kind and known.helped < found.helped):
                best[found.thread] = found
    return list(best.values())


def _sources(until: datetime) -> Iterator[tuple[str, Any]]:
    """Posts worth reading, those of the kinds that say more first. What was closed, or may no longer hold, is not passed on."""
    since, last_month = until - A_WEEK, until - WAITING
    posts = Post.objects.standing().filter(thread__deletion=None, thread__closure=None)
    openings = posts.filter(kind=Post.Kind.OPENING)
    holding = posts.filter(is_outdated=False)
    answers = holding.filter(kind=Post.Kind.ANSWER, written_at__gte=since, thread__last_activity_at__gte=since)
    yield Kind.SOLVED, holding.filter(acceptance__at__gte=since)
    yield Kind.HELPED, holding.filter(pk__in=Helped.objects.filter(at__gte=since).values("post"))
    yield Kind.ASKED, openings.filter(thread__in=Thread.objects.unanswered().filter(opened_at__gte=last_month))
    yield Kind.ANSWERED, answers
    yield Kind.OPENED, openings.filter(thread__kind="discussion", thread__opened_at__gte=since, thread__last_activity_at__gte=since)


def _rows(kind: str, posts: Any, young: datetime) -> Iterator[Found]:
    wanted = ("thread", "pk", "thread__space", "author", "thread__author", "helped_count", "thread__language", "written_at")
    for thread, post, space, author, asker, helped, language, written_at in posts.values_list(*wanted).iterator(chunk_size=2_000):
        yield Found(kind, thread, post, space, author, asker, helped, written_at > young, language, ())


def _with_topics(every: Sequence[Found]) -> list[Found]:
    uses = Thread.topics.through.objects.order_by("topic")
    topics: dict[int, list[int]] = {}
    for start in range(0, len(every), AT_ONCE):
        some = [found.thread for found in every[start : start + AT_ONCE]]
        topics.update(_grouped(uses.filter(thread__in=some).values_list("thread", "topic")))
    return [found._replace(topics=tuple(topics.get(found.thread, ()))) for found in every]


def _shelves(every: Iterable[Found], places: Callable[[Found], Iterable[int]], most: int, number: int) -> dict[int, list[Found]]:
    """What stands at each place, so many of a kind; which, falls by lot."""
    shelves: dict[int, list[Found]] = defaultdict(list)
    full: Counter[Hashable] = Counter()
    for found in sorted(every, key=lambda found: lot(number, found.thread) / (1 + math.log2(1 + found.helped))):
        for place in places(found):
            if full[place, found.kind] < most:
                full[place, found.kind] += 1
                shelves[place].append(found)
    return dict(shelves)


def _grouped(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    grouped: dict[int, list[int]] = defaultdict(list)
    for one, other in pairs:
        grouped[one].append(other)
    return grouped
