"""Wakes the workers as soon as there is something to do: that of this process at once, others over the line."""

import threading

from junto.kit import line

WORD = "work"
_bell = threading.Event()


def wake() -> None:
    """Says that work was committed."""
    _bell.set()
    line.call(WORD)


def wake_here() -> None:
    """Says it to the worker of this process only."""
    _bell.set()


def wait() -> None:
    """Returns when somebody rang, or when it is time to look in any case."""
    _bell.wait(line.patience())
    _bell.clear()


line.on_call(WORD, wake_here)
