"""What a room may have somebody told: whom a fact concerns, and how it reads in the inbox. `notify` does the telling."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from junto.kit.facts.fact import Fact
from junto.kit.plugins import Plugin


@dataclass(frozen=True)
class Target:
    """What a notice is about, as its reader may see it."""

    title: str
    url: str


@dataclass(frozen=True)
class Told:
    """One line of an inbox: who did it (newest first, names ready to show), how many did in all, and to what."""

    people: Sequence[str]
    count: int
    target: Target


class Notice(Plugin):
    """One kind of notice. Notices of one kind about one subject make one line until they are read."""

    kinds: ClassVar[tuple[type[Fact], ...]]
    icon: ClassVar[str] = "info"
    asks: ClassVar[bool] = False
    """Whether the reader is asked to decide something (an invitation, a request)."""

    def concerns(self, fact: Fact) -> Collection[int]:
        """The numbers of the people to be told. Who may not see the subject, and who did it, is left out afterwards."""
        raise NotImplementedError

    def subject(self, fact: Fact) -> str:
        """The address (`thread:7`) that decides who may see it and what makes one line."""
        raise NotImplementedError

    def place(self, fact: Fact) -> int | None:
        """The post this is about: having read that far settles the notice."""
        return getattr(fact, "post_id", None)

    def targets(self, addresses: Collection[str], reader: Any) -> Mapping[str, Target]:
        """Title and link of subjects of this family, in one query; what `reader` (a person) may not see now is left out."""
        raise NotImplementedError

    def leads_to(self, target: Target) -> str:
        """Where the line leads; to the subject itself, unless there is something to decide."""
        return target.url

    def says(self, told: Told) -> str:
        """The line, in the reader's language."""
        raise NotImplementedError
