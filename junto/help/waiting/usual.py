"""How long questions usually wait in a space, and which wait longer than that."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
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
STEP = 0.75


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


def usual_hours(spaces: Collection[int], moment: datetime) -> Mapping[int, float]:
    """For each space within how many business hours three of four questions get an answer; a fixed time while there are few."""
    asked = Thread.objects.filter(space__in=spaces, kind="question", deletion=None, opened_at__gte=moment - WINDOW)
    found: dict[int, list[Wait]] = defaultdict(list)
    for wait in waits(asked, moment):
        found[wait.space].append(wait)
    return {space: _usual(found[space]) for space in spaces}


def _usual(found: list[Wait]) -> float:
    if len(found) < ENOUGH:
        return WITH_FEW
    reached = Waiting([wait.hours for wait in found], [wait.is_over for wait in found]).quantile(STEP)
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
