"""Several processes that serve pages from one socket, and a worker beside them: started, replaced when they end, renewed one by one.

The parent holds the socket and does nothing else, so nobody who knocks is refused while a child is replaced. Children are
started anew from the files on the disk: after an update SIGHUP brings the new release in, child by child.
"""

import logging
import os
import queue
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from types import FrameType

from django.conf import settings

from junto.config.env import WrongSetting
from junto.config.serving.listening import turn_away

log = logging.getLogger(__name__)
TO_BE_READY = 90.0
TO_END = 20.0
SHORT_LIFE = 2.0
TO_STOP = (signal.SIGTERM, signal.SIGINT)


class Child:
    """One process, with the command it was started by."""

    def __init__(self, words: list[str], handed: list[int]) -> None:
        """`handed`: open files it inherits besides the line to its parent."""
        self.words, self.began = words, time.monotonic()
        self.line, theirs = socket.socketpair()
        command = [sys.executable, "-P", "-m", "junto", *words, "--parent", str(theirs.fileno())]
        # A group of its own: ctrl-C reaches the parent, which tells its children once.
        self.process = subprocess.Popen(command, env=_environment(), pass_fds=[theirs.fileno(), *handed], process_group=0)
        theirs.close()

    def is_ready(self) -> bool:
        """Waits until it says so; False when it ended or takes too long."""
        self.line.settimeout(TO_BE_READY)
        try:
            return self.line.recv(1) == b"1"
        except TimeoutError:
            return False

    def has_ended(self) -> bool:
        """Whether it is no longer there."""
        return self.process.poll() is not None

    def tell_to_end(self) -> None:
        """It finishes what it does and takes nothing more."""
        self.process.terminate()

    def see_out(self) -> None:
        """Waits until it has ended, with an end to the patience."""
        try:
            self.process.wait(TO_END)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.line.close()


class Processes:
    """The parent's side."""

    def __init__(self, listening: socket.socket, count: int, with_worker: bool, socket_is_ours: bool) -> None:
        self.listening, self.socket_is_ours = listening, socket_is_ours
        serving = ["serve", "--handed", str(listening.fileno())]
        self.plan = [serving] * count + [["worker"]] * with_worker
        self.children: list[Child] = []
        self.told: queue.SimpleQueue[int] = queue.SimpleQueue()

    def run(self, ready: Callable[[], None]) -> None:
        """Until told to stop. `ready` is called once, when people can come in."""
        for number in (*TO_STOP, signal.SIGHUP, signal.SIGCHLD):
            signal.signal(number, self._hear)
        self.children = [self._begin(words) for words in self.plan]
        try:
            if not all(child.is_ready() for child in self.children):
                raise WrongSetting("one of its processes did not come up; what it said stands above.")
            ready()
            self._mind()
        finally:
            self._end()

    def _hear(self, number: int, frame: FrameType | None) -> None:
        self.told.put(number)

    def _begin(self, words: list[str]) -> Child:
        return Child(words, [self.listening.fileno()])

    def _mind(self) -> None:
        while (number := self.told.get()) not in TO_STOP:
            self._renew() if number == signal.SIGHUP else self._replace_fallen()

    def _replace_fallen(self) -> None:
        for at, child in enumerate(self.children):
            if child.has_ended():
                log.error("process %s ended (%s); another takes its place", child.process.pid, child.process.returncode)
                time.sleep(max(0.0, SHORT_LIFE - (time.monotonic() - child.began)))
                child.line.close()
                self.children[at] = self._begin(child.words)

    def _renew(self) -> None:
        """One after the other: the new one is ready before the old one ends. When a new one does not come up, the old ones stay."""
        for at, old in enumerate(self.children):
            fresh = self._begin(old.words)
            if not fresh.is_ready():
                log.error("the new process did not come up; those that run go on")
                fresh.tell_to_end()
                fresh.see_out()
                return
            self.children[at] = fresh
            old.tell_to_end()
            old.see_out()

    def _end(self) -> None:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        if self.socket_is_ours:
            turn_away(self.listening)
        for child in self.children:
            child.tell_to_end()
        for child in self.children:
            child.see_out()


def _environment() -> dict[str, str]:
    """Children find the house where this process found it, whatever folder they are started in."""
    paths = [str(settings.HOUSE.parent), os.environ.get("PYTHONPATH", "")]
    told = {"PYTHONPATH": os.pathsep.join(filter(None, paths)), "JUNTO_DATA": str(settings.DATA)}
    return {name: value for name, value in os.environ.items() if name not in ("NOTIFY_SOCKET", "LISTEN_PID", "LISTEN_FDS")} | told
