"""Wakes the streams when events were committed: those of this process at once, those of others over the line."""

import asyncio
from collections.abc import Callable

from junto.kit import line

WORD = "stream"
_waiting: list[tuple[asyncio.AbstractEventLoop, Callable[[], None]]] = []


def ring() -> None:
    """Says that there is something to hear. Called from any thread."""
    ring_here()
    line.call(WORD)


def ring_here() -> None:
    """Says it in this process only."""
    for loop, wake in list(_waiting):
        if not loop.is_closed():
            loop.call_soon_threadsafe(wake)


def on_ring(loop: asyncio.AbstractEventLoop, wake: Callable[[], None]) -> None:
    """Has `wake` called inside `loop` whenever somebody rings."""
    _waiting.append((loop, wake))


def off_ring(loop: asyncio.AbstractEventLoop) -> None:
    """Forgets what was to be called inside `loop`."""
    _waiting[:] = [entry for entry in _waiting if entry[0] is not loop]


line.on_call(WORD, ring_here)
