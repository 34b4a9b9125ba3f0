"""Answers that cost, given again for a while."""

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Remembered(Generic[T]):
    """The answer of something that costs: asked anew when it is old, by one caller at a time.

    Who asks meanwhile gets the former answer. So no number of askers can load the database, or fill the threads of pages when it is slow.
    """

    def __init__(self, ask: Callable[[], T], *, fresh: float, patience: float, meanwhile: T) -> None:
        """Seconds: how long an answer is given again, how long it is believed while the next is awaited; after that `meanwhile` is said."""
        self.ask, self._fresh, self._patience, self._meanwhile = ask, fresh, patience, meanwhile
        self._lock = threading.Lock()
        self._found = meanwhile
        self._at = float("-inf")

    def now(self) -> T:
        """The answer."""
        if self._age() < self._fresh:
            return self._found
        if not self._lock.acquire(blocking=False):
            return self._found if self._age() < self._patience else self._meanwhile
        try:
            if self._age() >= self._fresh:
                self._found, self._at = self.ask(), time.monotonic()
            return self._found
        finally:
            self._lock.release()

    def _age(self) -> float:
        return time.monotonic() - self._at
