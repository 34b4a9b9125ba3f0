"""How long questions usually wait in a space: the one measure for when others are asked too, and for which wait too long."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, OuterRef, Subquery

from junto.kit.business_hours import business_hours
from junto.kit.clock import now
from junto.kit.stats import Waiting
from junto.posts.models import Post, Thread

WINDOW = timedelta(days=90)
ENOUGH = 30
WITH_FEW = 8.0
LEAST, MOST = 4.0, 16.0
HOUR = timedelta(hours=1)
MOST_QUESTIONS = 0.75


@dataclass(frozen=True)
class Wait:
    """How long a question waited for the first answer by somebody else, in business hours; or waits, when `is_over` is false."""

    thread: int
    space: int
    hours: float
    is_over: bool


def waits(threads: Any, moment: datetime) -> Iterator[Wait]:
    """Of each of these questions, in one query. What was closed without an answer waits no longer, and counts until then."""
    by_others = Post.objects.filter(thread=OuterRef("pk"), kind=Post.Kind.ANSWER, deletion=None).exclude(author=OuterRef("author"))
    first = Subquery(by_others.order_by("written_at").values("written_at")[:1])
    hours = business_hours()
    rows = threads.annotate(first=first).values_list("pk", "space_id", "opened_at", "first", "closure__at")
    for thread, space, opened, answered, closed in rows:
        until = answered or min(closed or moment, moment)
        yield Wait(thread, space, hours.between(opened, until) / HOUR, answered is not None)


def measured(spaces: Collection[int], moment: datetime) -> Mapping[int, Waiting]:
    """For each space how many business hours questions of the last ninety days waited; with those that wait yet, and in one query."""
    asked = Thread.objects.filter(space__in=spaces, kind="question", deletion=None, opened_at__gte=moment - WINDOW)
    found: dict[int, list[Wait]] = defaultdict(list)
    for wait in waits(asked, moment):
        found[wait.space].append(wait)
    return {space: _waiting(found[space]) for space in spaces}


def _waiting(found: Sequence[Wait]) -> Waiting:
    return Waiting([wait.hours for wait in found], [wait.is_over for wait in found])


def usual_hours(spaces: Collection[int], moment: datetime) -> Mapping[int, float]:
    """For each space after how many business hours hosts are told: three of four questions have an answer by then; a fixed time of few."""
    return {space: _too_long_after(waiting) for space, waiting in measured(spaces, moment).items()}


def _too_long_after(waiting: Waiting) -> float:
    if waiting.of < ENOUGH:
        return WITH_FEW
    reached = waiting.quantile(MOST_QUESTIONS)
    return min(MOST, max(LEAST, reached if reached is not None else MOST))


def unanswered() -> Any:
    """Open questions without an answer; the oldest first."""
    return Thread.objects.unanswered().filter(deletion=None).order_by(F("opened_at"), "pk")


def waiting_longer(threads: Any, moment: datetime | None = None) -> set[int]:
    """Which of these questions have waited longer than is usual in their space."""
    moment = moment or now()
    found = list(waits(threads, moment))
    usual = usual_hours({wait.space for wait in found}, moment) if found else {}
    return {wait.thread for wait in found if not wait.is_over and wait.hours > usual[wait.space]}
