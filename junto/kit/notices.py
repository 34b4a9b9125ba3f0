"""What a room may have somebody told: whom a fact concerns, and how it reads in the inbox. `notify` does the telling."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from junto.kit.facts.fact import Fact
from junto.kit.plugins import Plugin


class Concern(Enum):
    """The few kinds of things that concern a person: for each they say where and when they want to be told."""

    ASKED = "asked"
    NAMED = "named"
    ANSWERS = "answers"
    REPLIES = "replies"
    HELPED = "helped"
    SPACE = "space"
    NEW = "new"

    @property
    def title(self) -> str | Promise:
        """How the preference page calls it."""
        return TITLES[self]


WAITED_FOR = {Concern.ASKED, Concern.NAMED}
"""What is meant for this one person: it waits for them. Everything else is good to know, but for an answer to their own question."""
TITLES: dict[Concern, str | Promise] = {
    Concern.ASKED: _("Somebody invites me, or answers what I asked of a space"),
    Concern.NAMED: _("Somebody mentions me"),
    Concern.ANSWERS: _("Answers to what I asked or watch"),
    Concern.REPLIES: _("Replies where I took part"),
    Concern.HELPED: _("What I wrote helped somebody"),
    Concern.SPACE: _("What hosts and members of a space must know"),
    Concern.NEW: _("New threads where I want to hear of everything, and of people I follow"),
}


@dataclass(frozen=True)
class Target:
    """What a notice is about, as its reader may see it."""

    title: str
    url: str
    is_own: bool = False
    """Whether the reader began it."""
    place: str = ""
    """The name of the space it stands in."""


@dataclass(frozen=True)
class Words:
    """What was written, as its reader may see it now: safe HTML and plain text."""

    html: str
    plain: str


@dataclass(frozen=True)
class Told:
    """One line of an inbox: who did it (newest first, names ready to show), how many did in all, and to what."""

    people: Sequence[str]
    count: int
    target: Target
    wish: str = ""
    """The name of the topic, space or person of which the reader wants to hear everything, when that is why they are told."""


class Notice(Plugin):
    """One kind of notice. Notices of one kind about one subject make one line until they are read."""

    kinds: ClassVar[tuple[type[Fact], ...]]
    icon: ClassVar[str] = "info"
    asks: ClassVar[bool] = False
    """Whether the reader is asked to decide something (an invitation, a request)."""
    instead_of: ClassVar[tuple[str, ...]] = ()
    """Names of notices that say less of the same: a line about the same post and by the same person goes when this one comes."""
    concern: ClassVar[Concern]
    """The group it belongs to on the preference page."""
    brings_words: ClassVar[bool] = False
    """Whether what was written is told as well; then nobody is told of a post that was deleted meanwhile."""

    def concerns(self, fact: Fact) -> Collection[int]:
        """The numbers of the people to be told. Who may not see the subject, and who did it, is left out afterwards.

        A mapping says for each of them which wish it is that they are told for (`topic:3`).
        """
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

    def words(self, posts: Collection[int], reader: Any) -> Mapping[int, Words]:
        """What these posts say, in one query; what `reader` (a person) may not see now is left out."""
        return {}

    def leads_to(self, target: Target) -> str:
        """Where the line leads; to the subject itself, unless there is something to decide."""
        return target.url

    def says(self, told: Told) -> str:
        """The line, in the reader's language."""
        raise NotImplementedError

    def because(self, told: Told) -> str:
        """Why this reader is told, in one sentence and in their language."""
        raise NotImplementedError
