"""What is due in the queue, asked for by every pass of the worker: the SQL is worked out once for each set of listeners."""

from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any

from junto.kit.clock import now
from junto.kit.compiled import Compiled, compiled
from junto.kit.models.work import Work, WorkRows
from junto.kit.work.listener import outside_names, visiting_names


class Lane(Enum):
    """Which work: what only touches the database, what reaches outside to whom we know, to strangers, or to either."""

    INSIDE = "inside"
    ERRANDS = "errands"
    VISITS = "visits"
    OUTSIDE = "outside"

    def names(self) -> tuple[str, ...]:
        """The listeners that decide it; for INSIDE those that are none of it."""
        if self is Lane.VISITS:
            return tuple(visiting_names())
        return tuple(name for name in outside_names() if self is not Lane.ERRANDS or name not in visiting_names())


def waits(lane: Lane) -> bool:
    """Whether there is something to do there. Locks nothing."""
    return bool(_first(lane, lane.names())(at=now()))


def take(lane: Lane, most: int) -> list[Work]:
    """The oldest pieces, locked for this transaction, with their facts."""
    return _oldest(lane, lane.names(), most)(at=now())


@cache
def _first(lane: Lane, names: tuple[str, ...]) -> Compiled[Work]:
    def first(at: datetime) -> Any:
        return _which(Work.objects.due(at), lane, names).values_list("pk")[:1]

    return compiled(first)


@cache
def _oldest(lane: Lane, names: tuple[str, ...], most: int) -> Compiled[Work]:
    return compiled(lambda at: _which(Work.objects.due(at), lane, names).select_related("fact").taken()[:most])


def _which(due: WorkRows, lane: Lane, names: tuple[str, ...]) -> WorkRows:
    """What no listener of this release knows counts as inside: it fails there, is counted, and dies visibly."""
    return due.exclude(listener__in=names) if lane is Lane.INSIDE else due.filter(listener__in=names)
