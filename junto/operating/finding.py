"""What was found when something was looked at, in words for whoever looks after this Junto."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise

Words = str | Promise


class State(StrEnum):
    """How it is."""

    WELL = "well"
    LOOK = "look"
    BAD = "bad"


@dataclass(frozen=True)
class Finding:
    """One thing: how it is, and what to do when it is not well. `do` is empty when there is nothing to do."""

    name: str
    title: Words
    state: State
    says: Words
    do: Words = ""

    @property
    def is_well(self) -> bool:
        return self.state is State.WELL


def well(name: str, title: Words, says: Words) -> Finding:
    """All is as it should be."""
    return Finding(name, title, State.WELL, says)


def look(name: str, title: Words, says: Words, do: Words) -> Finding:
    """Somebody should look; nobody is harmed yet."""
    return Finding(name, title, State.LOOK, says, do)


def bad(name: str, title: Words, says: Words, do: Words) -> Finding:
    """Something does not work."""
    return Finding(name, title, State.BAD, says, do)
