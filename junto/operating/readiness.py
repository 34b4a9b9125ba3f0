"""Whether this process can serve people: what a load balancer and whoever watches ask every few seconds."""

import logging
import threading
import time
from collections.abc import Callable

from junto.operating.checks import database, disk, storage
from junto.operating.models import Process

log = logging.getLogger(__name__)
STORE_FRESH = 30.0


class Remembered:
    """The answer of something that costs: asked anew when it is old, by one caller at a time.

    Who asks meanwhile gets the former answer. So no number of askers can load the database, or fill the threads of pages when it is slow.
    """

    def __init__(self, ask: Callable[[], dict[str, bool]], fresh: float, patience: float) -> None:
        """Seconds: how long an answer is given again, and how long it is believed while the next one is awaited."""
        self._ask, self._fresh, self._patience = ask, fresh, patience
        self._lock = threading.Lock()
        self._found: dict[str, bool] = {}
        self._at = float("-inf")

    def now(self) -> dict[str, bool]:
        """The answer; `{"answer": False}` when it is long in coming."""
        if self._age() < self._fresh:
            return self._found
        if not self._lock.acquire(blocking=False):
            return self._found if self._age() < self._patience else {"answer": False}
        try:
            if self._age() >= self._fresh:
                self._found, self._at = self._ask(), time.monotonic()
            return self._found
        finally:
            self._lock.release()

    def _age(self) -> float:
        return time.monotonic() - self._at


def look() -> dict[str, bool]:
    """Each thing, and whether it is well. What stands in the database is not asked for when it is away: each question would wait."""
    reached = well(lambda: not database.pending())
    return {
        "database": reached,
        "work": reached and well(lambda: Process.objects.here().filter(works=True).exists()),
        "disk": well(lambda: not disk.room().is_full),
        **stores.now(),
    }


def well(check: Callable[[], bool]) -> bool:
    """What a check says; one that fails is not well."""
    try:
        return check()
    except Exception:  # whatever it is, the one who asks needs to know only that it is not well
        log.exception("this could not be looked at")
        return False


stores = Remembered(lambda: {"storage": not storage.trouble()}, fresh=STORE_FRESH, patience=2 * STORE_FRESH)
readiness = Remembered(look, fresh=2.0, patience=15.0)
