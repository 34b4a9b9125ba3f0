"""The process that started this one, when several serve together (`processes.py`)."""

import contextlib
import socket
import threading
from collections.abc import Callable


class Parent:
    """Hears over a pair of sockets when its child is ready; the child hears when its parent is gone."""

    def __init__(self, number: int) -> None:
        """`number`: the child's end, as it was inherited."""
        self.line = socket.socket(fileno=number)

    def tell_ready(self) -> None:
        """This process does its work from now on."""
        self.line.send(b"1")

    def when_gone(self, stop: Callable[[], None]) -> None:
        """Has `stop` called, in a thread, when the parent ended without saying so: nobody would ever end this process."""
        threading.Thread(target=self._wait, args=[stop], name="parent", daemon=True).start()

    def _wait(self, stop: Callable[[], None]) -> None:
        with contextlib.suppress(OSError):
            self.line.recv(1)
        stop()
