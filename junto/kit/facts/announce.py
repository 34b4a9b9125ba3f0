"""Writes a fact and the work that follows from it into the transaction of the verb that made it happen."""

from collections.abc import Callable, Mapping, Sequence
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
    from junto.kit.models import FactRecord, Work

    if not connection.in_atomic_block:
        raise RuntimeError(f"{type(fact).__name__} was announced outside the transaction that made it happen")
    happened = at or now()
    by_id: Any = getattr(fact, "by_id", None)
    record = FactRecord.objects.create(kind=type(fact).__name__, data=fact.data(), by_id=by_id, at=happened)
    listeners = [listener for listener in _wiring.get(type(fact), ()) if at is None or listener.hears_history]
    if listeners:
        Work.objects.bulk_create([Work(listener=listener.name, fact=record, run_at=now()) for listener in listeners])
        transaction.on_commit(wake)
