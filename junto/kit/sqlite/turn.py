"""One writer at a time, in the order they came, across threads and processes."""

import fcntl
import os
import time
from typing import IO

PATIENT = 5.0
"""Seconds: whoever has less patience also waits in the queue no longer than that, and may be overtaken there."""


class NoTurn(Exception):
    """Somebody else wrote for longer than this writer could wait."""


class Turn:
    """The right to write to one database file.

    SQLite's own way of waiting is to look again after ever longer pauses, so a busy writer can keep others out for
    seconds. Here a writer first stands in a queue (`.queue`, the kernel's own order) and only its head looks at the
    write lock (`.lock`): nobody can overtake it, so looking again soon is cheap. Closing a file gives its lock back,
    so a killed process never keeps its turn.
    """

    def __init__(self, database: str | os.PathLike[str], patience: float) -> None:
        """`patience`: seconds to wait before giving up."""
        self.patience = patience
        self._queue = _open(f"{os.fspath(database)}.queue")
        self._lock = _open(f"{os.fspath(database)}.lock")

    def take(self) -> None:
        """Waits for the turn and takes it; raises NoTurn when patience ends."""
        began = time.monotonic()
        if self.patience < PATIENT:
            self._wait_for(self._queue, began)
        else:
            fcntl.flock(self._queue, fcntl.LOCK_EX)
        try:
            self._wait_for(self._lock, began)
        finally:
            fcntl.flock(self._queue, fcntl.LOCK_UN)

    def _wait_for(self, place: IO[bytes], began: float) -> None:
        while not _try(place):
            waited = time.monotonic() - began
            if waited > self.patience:
                raise NoTurn
            time.sleep(min(max(waited / 10, 0.0001), 0.005))

    def give_back(self) -> None:
        """Lets the next writer in; harmless when the turn is not ours."""
        fcntl.flock(self._lock, fcntl.LOCK_UN)

    def close(self) -> None:
        """Gives everything back for good."""
        self._lock.close()
        self._queue.close()


def _open(path: str) -> IO[bytes]:
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "rb", buffering=0)


def _try(handle: IO[bytes]) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
