"""How often a page asks the database: render, add ten, render again, and it must be the same."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries_of(act: Callable[[], Any]) -> int:
    """The number of queries `act` makes."""
    with CaptureQueriesContext(connection) as asked:
        act()
    return len(asked)
