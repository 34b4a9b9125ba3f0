"""Puts work into the queue."""

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
