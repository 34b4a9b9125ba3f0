"""Puts work into the queue."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from junto.kit.clock import now
from junto.kit.work.listener import Listener
from junto.kit.work.wake import wake


def later(listener: Listener, *, at: datetime | None = None, **arguments: Any) -> None:
    """Has the worker call `listener(**arguments)` now, or not before `at`. Arguments are numbers and words (JSON)."""
    from junto.kit.models import Work

    with transaction.atomic():
        Work.objects.create(listener=listener.name, arguments=arguments, run_at=at or now())
        transaction.on_commit(wake)


def later_each(listener: Listener, pieces: Iterable[tuple[datetime, Mapping[str, Any]]]) -> None:
    """The same for many pieces at once, each with its moment and its arguments, in one query."""
    from junto.kit.models import Work

    work = [Work(listener=listener.name, arguments=dict(arguments), run_at=at) for at, arguments in pieces]
    if work:
        with transaction.atomic():
            Work.objects.bulk_create(work)
            transaction.on_commit(wake)
