"""Writes a fact and the work that follows from it into the transaction of the verb that made it happen."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import connection, transaction

from junto.kit.clock import now
from junto.kit.facts.fact import Fact
from junto.kit.work.listener import Listener
from junto.kit.work.wake import wake

P = ParamSpec("P")
R = TypeVar("R")
_wiring: dict[type[Fact], tuple[Listener, ...]] = {}


def wire(table: Mapping[type[Fact], Sequence[Listener]]) -> None:
    """Sets what follows from what; called once with the table of `config/wiring.py`."""
    _wiring.clear()
    _wiring.update({kind: tuple(listeners) for kind, listeners in table.items()})


def verb(function: Callable[P, R]) -> Callable[P, R]:
    """Marks a method that changes something: all it writes and announces lands together or not at all."""

    @wraps(function)
    def together(*args: P.args, **kwargs: P.kwargs) -> R:
        with transaction.atomic():
            return function(*args, **kwargs)

    return together


def announce(fact: Fact, *, at: datetime | None = None) -> None:
    """Keeps the fact and queues one piece of work for each of its listeners. Only inside a transaction.

    A fact with a time of its own (`at`) is history that is brought in now: only listeners of history follow it.
    """
    announce_all([fact if at is None else replace(fact, at=at)])


def announce_all(facts: Iterable[Fact]) -> None:
    """The same for many facts at once, in a number of queries that does not grow with theirs. Those with an `at` are history."""
    from junto.kit.models import FactRecord, Work

    told = list(facts)
    if told and not connection.in_atomic_block:
        raise RuntimeError(f"{type(told[0]).__name__} was announced outside the transaction that made it happen")
    moment = now()
    records = FactRecord.objects.bulk_create([_record(fact, moment) for fact in told])
    pairs = zip(told, records, strict=True)
    work = [Work(listener=name, fact=record, run_at=moment) for fact, record in pairs for name in _followed_by(fact)]
    if work:
        Work.objects.bulk_create(work)
        transaction.on_commit(wake)


def _record(fact: Fact, moment: datetime) -> Any:
    from junto.kit.models import FactRecord

    by_id: Any = getattr(fact, "by_id", None)
    return FactRecord(kind=type(fact).__name__, data=fact.data(), by_id=by_id, at=fact.at or moment)


def _followed_by(fact: Fact) -> list[str]:
    return [listener.name for listener in _wiring.get(type(fact), ()) if fact.at is None or listener.hears_history]
