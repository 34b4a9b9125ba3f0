"""Saying words and hearing them, in threads that wait for nobody's request."""

import logging
import queue
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Protocol

log = logging.getLogger(__name__)
ALONE, TOGETHER = 1.0, 5.0
"""Seconds after which one looks in any case: without the line, and with it."""
BREATH = 0.005
"""Seconds between two calls: what is said meanwhile is said together."""
AGAIN = 1.0

_doing: dict[str, list[Callable[[], None]]] = defaultdict(list)
_lines: list["Line"] = []


def on_call(word: str, do: Callable[[], None]) -> None:
    """Has `do` called, in a thread of the line, when another process says the word."""
    _doing[word].append(do)


def call(word: str) -> None:
    """Says the word to all other processes; does not wait. Silent where no line is held."""
    for line in _lines:
        line.call(word)


def patience() -> float:
    """How long one may wait for a word before looking in any case."""
    return TOGETHER if _lines and all(line.is_up for line in _lines) else ALONE


class Carrier(Protocol):
    """What carries words: a database or a server of its own."""

    failures: tuple[type[Exception], ...]
    """What it raises while it is away."""

    def say(self, words: set[str]) -> None:
        """Sends the words to everybody else."""

    def hear(self) -> Iterator[str]:
        """What others say, as it comes; first of all an empty word, when the connection stands, and then one every second or so."""


class Line:
    """One process's end of the line."""

    def __init__(self, carrier: Carrier) -> None:
        self.carrier, self.is_up = carrier, False
        self._to_say: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._ending = threading.Event()
        self._threads = [threading.Thread(target=do, name="line", daemon=True) for do in (self._keep_saying, self._keep_hearing)]

    def begin(self) -> None:
        """Says and hears from now on."""
        _lines.append(self)
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        """Says and hears no more."""
        _lines.remove(self)
        self._ending.set()
        self.call("")
        for thread in self._threads:
            thread.join(AGAIN * 2)

    def call(self, word: str) -> None:
        """Says the word soon."""
        self._to_say.put(word)

    def _keep_saying(self) -> None:
        while not self._ending.is_set():
            words = {self._to_say.get()}
            while not self._to_say.empty():
                words.add(self._to_say.get())
            try:
                self.carrier.say(words - {""})
            except self.carrier.failures as trouble:
                log.debug("a word was not carried: %s", trouble)
            time.sleep(BREATH)

    def _keep_hearing(self) -> None:
        told = False
        while not self._ending.is_set():
            try:
                self._hear()
            except self.carrier.failures as trouble:
                told = told and not self.is_up
                log.log(logging.DEBUG if told else logging.WARNING, "the line to other processes is down: %s", trouble)
                told = True
            self.is_up = False
            self._ending.wait(AGAIN)

    def _hear(self) -> None:
        for word in self.carrier.hear():
            if self._ending.is_set():
                return
            if not self.is_up:
                self.is_up = True
                self._do(*_doing)
            self._do(word)

    def _do(self, *words: str) -> None:
        for word in words:
            for do in _doing.get(word, ()):
                do()
