"""Troubles that are no mistake of ours and pass by themselves: the database is away or busy, the disk is full."""

import contextlib
import errno
import logging
from collections.abc import Iterator
from enum import Enum, auto

from django.db import DatabaseError, InterfaceError, OperationalError, connection

from junto.kit.traces import causes

log = logging.getLogger(__name__)
NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
DISK_FULL = "53100"
"""As PostgreSQL calls it."""
GOING = ("08", "53", "57P")
"""How PostgreSQL begins what it says of connections, of what it is short of, and of being shut down or started."""
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
    return next(filter(None, map(_trouble, causes(error))), None)


def _trouble(error: BaseException) -> Trouble | None:
    state = str(getattr(error, "sqlstate", None) or getattr(error.__cause__, "sqlstate", None) or "")
    if getattr(error, "errno", None) in NO_ROOM or state == DISK_FULL or "disk is full" in str(error):
        return Trouble.FULL
    if not isinstance(error, OperationalError | InterfaceError):
        return None
    if "locked" in str(error):
        return Trouble.BUSY
    if connection.vendor == "postgresql":
        return Trouble.AWAY if not state or state.startswith(GOING) else None
    # A statement that makes no sense is an OperationalError of SQLite too, and no trouble that passes.
    return Trouble.AWAY if any(words in str(error) for words in LOST) else None


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
