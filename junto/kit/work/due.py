"""What is due in the queue, asked for by every pass of the worker: the SQL is worked out once for each set of listeners."""

from datetime import datetime
from functools import cache
from typing import Any

from junto.kit.clock import now
from junto.kit.compiled import Compiled, compiled
from junto.kit.models.work import Work, WorkRows
from junto.kit.work.listener import outside_names


def waits(*, outside: bool) -> bool:
    """Whether there is something to do that reaches outside, or that only touches the database. Locks nothing."""
    return bool(_first(outside, tuple(outside_names()))(at=now()))


def take(*, outside: bool, most: int) -> list[Work]:
    """The oldest pieces, locked for this transaction, with their facts."""
    return _oldest(outside, tuple(outside_names()), most)(at=now())


@cache
def _first(outside: bool, names: tuple[str, ...]) -> Compiled[Work]:
    def first(at: datetime) -> Any:
        return _which(Work.objects.due(at), outside, names).values_list("pk")[:1]

    return compiled(first)


@cache
def _oldest(outside: bool, names: tuple[str, ...], most: int) -> Compiled[Work]:
    return compiled(lambda at: _which(Work.objects.due(at), outside, names).select_related("fact").taken()[:most])


def _which(due: WorkRows, outside: bool, names: tuple[str, ...]) -> WorkRows:
    """What no listener of this release knows counts as inside: it fails there, is counted, and dies visibly."""
    return due.filter(listener__in=names) if outside else due.exclude(listener__in=names)
