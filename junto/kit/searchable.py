"""What search may do with the things of a room: which of them there are, what is written in them, who may see them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import log1p
from typing import Any, ClassVar

from django.utils.functional import Promise

from junto.kit.facts import Fact
from junto.kit.plugins import Plugin


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing as the index keeps it. Kit knows people, spaces and topics by number.

    `under` is the address of what it is found under: `thread:7` for an answer of that thread, its own for everything that stands alone.
    `likely` names languages it may be in, the likeliest first. `topics` is None where they stand with what it is found under.
    `weight` grows a little with the use a thing has shown: 1 for none. `use` says it for what is alike: 0 for none (`used`).
    """

    number: int
    title: str
    text: str
    under: str
    at: datetime
    kind: str = ""
    author: int | None = None
    space: int | None = None
    likely: tuple[str, ...] = ()
    topics: tuple[int, ...] | None = None
    is_answered: bool = False
    is_solved: bool = False
    is_closed: bool = False
    weight: float = 1.0
    use: float = 0.0


def used(helped: int, solved: int, linked: int) -> float:
    """What use teaches about a thing: how many people it helped, how many questions it solved besides its own, how often it was linked.

    Learned from 2,541 questions of a community that were asked before (docs/operate/figures.md). It counts beside a cosine.
    """
    return 0.02 * log1p(helped) + 0.05 * log1p(solved) + 0.02 * log1p(linked)


@dataclass(frozen=True, slots=True)
class Found:
    """One thing as a row of results shows it, read anew from its room and only if the reader may see it. `thing` is the row itself."""

    number: int
    title: str
    text: str
    url: str
    thing: Any
    author: Any = None
    space: Any = None
    at: datetime | None = None
    state: str = ""
    helped: int = 0
    note: str = ""
    """What one should know before relying on it."""
    icon: str = ""
    """The sign of what is neither a conversation nor a person nor a space."""


class Searchable(Plugin):
    """A kind of thing that can be found. `name` is the first half of its addresses, such as `thread`."""

    has_meaning: ClassVar[bool] = False
    """Whether it is also found by what it means, and not by its words alone. Each costs some memory and a moment of the worker."""

    label: ClassVar[str | Promise] = ""
    """How the filter for it is called, and the words it is written with (`type:`), folded: of what search itself knows nothing of."""
    called: ClassVar[str] = ""
    goes_with_its_author: ClassVar[bool] = False
    """Whether it goes when its author leaves for good, also where what they wrote for others stays."""

    def numbers(self, *, after: int, most: int) -> list[int]:
        """The numbers of things that belong into the index, in their order, beyond `after`."""
        raise NotImplementedError

    def entries(self, numbers: Collection[int]) -> Iterable[Entry]:
        """What is written in these things. A number without an entry leaves the index."""
        raise NotImplementedError

    def touched_by(self, fact: Fact) -> Collection[int]:
        """The numbers of things which after this fact read differently, or are there no more."""
        return ()

    def numbers_seen_by(self, person: Any) -> Any:
        """A query for the numbers of all things this person may see; None when whoever reads the space sees what is in it."""
        return None

    def found(self, numbers: Collection[int], person: Any) -> Mapping[int, Found]:
        """What a row of results shows of these things; what this person may not see is missing."""
        raise NotImplementedError
