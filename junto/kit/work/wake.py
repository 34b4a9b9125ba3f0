"""Wakes the worker of this process as soon as there is something to do; other processes look every second."""

import threading

_bell = threading.Event()


def wake() -> None:
    """Says that work was committed."""
    _bell.set()


def wait(seconds: float) -> None:
    """Returns when somebody rang, or after that many seconds."""
    _bell.wait(seconds)
    _bell.clear()
