"""How long and how much: one measure for a whole fetch, with all its turns, heads and bodies."""

import socket
import ssl
import time
from collections.abc import Callable
from typing import Any

from junto.kit.fetch.refusals import TooLarge, TooSlow

MOST_TURNS = 4
HEAD = 65_536
"""Bytes of the heads of all answers together."""
ONE_TRY = 4.0
"""Seconds for one machine of several with that name to take the connection."""


class Limits:
    """What is left of the time and of the bytes that may come over the wire."""

    def __init__(self, seconds: float, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._until, self._bytes = clock, clock() + seconds, HEAD + 2 * most

    def left(self) -> float:
        """Seconds. Raises TooSlow when there are none."""
        left = self._until - self._clock()
        if left <= 0:
            raise TooSlow
        return left

    def came(self, number: int) -> None:
        """So many bytes came. Raises TooLarge when that was too much."""
        self._bytes -= number
        if self._bytes < 0:
            raise TooLarge


class Limited(socket.socket):
    """A connection that never waits longer than the whole may take, however slowly the other side drips."""

    limits: Limits

    def recv_into(self, *args: Any, **kwargs: Any) -> int:
        """Waits for as long as there is time left."""
        self.settimeout(self.limits.left())
        number = super().recv_into(*args, **kwargs)
        self.limits.came(number)
        return number

    def sendall(self, *args: Any, **kwargs: Any) -> None:
        """The same for what is sent."""
        self.settimeout(self.limits.left())
        super().sendall(*args, **kwargs)


class LimitedTLS(Limited, ssl.SSLSocket):
    """The same through TLS."""
