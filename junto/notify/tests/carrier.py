"""A means of reaching people that only remembers what it carried, and fails when it is told to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine

from junto.kit.clock import now
from junto.kit.work.worker import work_off
from junto.notify.means import Means, Message, Unreachable

MONDAY = "2026-06-01T10:00:00+00:00"


@dataclass(frozen=True)
class Carried:
    """One sending as it went out."""

    person: int
    messages: tuple[Message, ...]
    key: str
    at: datetime


class Carrier(Means):
    """Fails for everybody in `broken`, and says of everybody in `gone` that they cannot be reached."""

    title, icon = "Mail", "mail"

    def __init__(self, name: str = "mail") -> None:
        self.name = name
        self.sent: list[Carried] = []
        self.broken: set[int] = set()
        self.gone: set[int] = set()

    def reaches(self, person):
        return True

    def send(self, person, messages, key):
        if person.pk in self.broken:
            raise ConnectionError
        if person.pk in self.gone:
            raise Unreachable
        self.sent.append(Carried(person.pk, tuple(messages), key, now()))

    def told(self, person) -> list[str]:
        """What somebody was told, in order."""
        return [message.says for sending in self.sent if sending.person == person.pk for message in sending.messages]


@dataclass
class Life:
    """Time that goes by, with the worker at work."""

    clock: Any

    def goes_on(self, **time: float) -> None:
        """Lets that much time go by, in steps of ten minutes at most, and everything that falls due happen."""
        left = timedelta(**time)
        work_off()
        while left > timedelta():
            step = min(left, timedelta(minutes=10))
            self.clock.shift(step)
            left -= step
            work_off()


@pytest.fixture
def mail(monkeypatch) -> Carrier:
    carrier = Carrier()
    monkeypatch.setattr(Means, "registry", {"mail": carrier})
    return carrier


@pytest.fixture
def life(db) -> Iterator[Life]:
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield Life(clock)
