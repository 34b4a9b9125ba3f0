"""Troubles that are no mistake of ours and pass by themselves: the database is away or busy, the disk is full."""

import contextlib
import errno
import logging
from collections.abc import Iterator
from enum import Enum, auto

from django.db import DatabaseError, InterfaceError, OperationalError, connection

log = logging.getLogger(__name__)
NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
DISK_FULL = "53100"
"""As PostgreSQL calls it."""
LOST = ("unable to open database file", "disk I/O error")
BRIEFLY = 1.0
"""Seconds one waits for the turn to write what can as well be left."""


class Trouble(Enum):
    """What is wrong."""

    AWAY = auto()
    BUSY = auto()
    FULL = auto()


def trouble_of(error: BaseException | None) -> Trouble | None:
    """The trouble behind an error; None when it is a mistake, which waiting does not mend."""
    while error is not None:
        found = _trouble(error)
        if found:
            return found
        error = error.__cause__ or error.__context__
    return None


def _trouble(error: BaseException) -> Trouble | None:
    if getattr(error, "errno", None) in NO_ROOM or getattr(error, "sqlstate", None) == DISK_FULL or "disk is full" in str(error):
        return Trouble.FULL
    if isinstance(error, OperationalError) and "locked" in str(error):
        return Trouble.BUSY
    # A statement that makes no sense is an OperationalError of SQLite too, and no trouble that passes.
    if isinstance(error, OperationalError | InterfaceError) and connection.vendor == "postgresql" and not _knew_better(error):
        return Trouble.AWAY
    return Trouble.AWAY if any(words in str(error) for words in LOST) else None


def _knew_better(error: BaseException) -> bool:
    """PostgreSQL itself answered, and about something else than being shut down or starting (57P…) or connections (08…, 53…)."""
    state = getattr(error.__cause__, "sqlstate", None)
    return bool(state) and not str(state).startswith(("57P", "08", "53"))


@contextlib.contextmanager
def if_possible() -> Iterator[None]:
    """For what a page writes down besides, and can do without: how far one has read. Reading goes on while nothing can be written."""
    briefly = getattr(connection, "waiting_at_most", lambda seconds: contextlib.nullcontext())
    try:
        with briefly(BRIEFLY):
            yield
    except DatabaseError as error:
        if trouble_of(error) is None:
            raise
        log.warning("left out, because it could not be written down: %s", error)


def let_go_of_the_dead() -> None:
    """Has the pool look at its connections: those from before the database went away would fail once more each."""
    pool = getattr(connection, "pool", None)
    if pool:
        with contextlib.suppress(Exception):
            pool.check()
