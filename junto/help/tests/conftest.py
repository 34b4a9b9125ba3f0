from collections.abc import Callable
from datetime import UTC, datetime

import pytest
import time_machine

from junto.people.models import Person
from junto.posts.models import Thread
from junto.spaces.models import Space

TUESDAY = datetime(2026, 11, 17, 10, tzinfo=UTC)


@pytest.fixture
def tuesday():
    """Ten o'clock on a working day, for everybody of the village; `shift` moves on."""
    with time_machine.travel(TUESDAY, tick=True) as clock:
        yield clock


@pytest.fixture
def ask(repairs, ada) -> Callable[..., Thread]:
    """Ada asks about pumps."""

    def opened(title: str = "Pump loses pressure overnight", *, space: Space = repairs, by: Person = ada, topics=("pumps",)) -> Thread:
        return Thread.objects.open(space, by=by, title=title, source="Who knows?", topics=list(topics))

    return opened


@pytest.fixture
def knows(repairs, ask) -> Callable[[Person], None]:
    """Somebody answered a question about pumps, and it helped whoever asked."""

    def answered(somebody: Person, topics=("pumps",), helped: Person | None = None, times: int = 1, space: Space = repairs) -> None:
        for number in range(times):
            title = f"{topics[0]} {number} of {somebody.name}"
            answer = ask(title, topics=topics, space=space).reply(by=somebody, source="Look at the valve.")
            if helped:
                answer.help(helped)

    return answered
