"""How long the database was waited for, in this thread. SQLite finds further rows while they are read; that is not in it."""

import threading
from collections.abc import Callable
from time import perf_counter
from typing import Any

from django.db import connection


class Spent(threading.local):
    """Seconds since this thread began to count."""

    seconds = 0.0


spent = Spent()


def count() -> float:
    """Has the connection of this thread counted from now on; gives what was counted so far."""
    wrappers = connection.execute_wrappers
    if timed not in wrappers:
        wrappers.append(timed)
    return spent.seconds


def timed(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """One query."""
    began = perf_counter()
    try:
        return execute(sql, params, many, context)
    finally:
        spent.seconds += perf_counter() - began
