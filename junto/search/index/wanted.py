"""What is looked for, in words the index knows; each database writes it down in its own way."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Word:
    """Met by a document that holds one of `forms`, or one of `rows` (words side by side), or a word that begins with `beginning`."""

    forms: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    beginning: str = ""


MOST_RANKED = 400
"""Of the documents that match only the newest so many are ranked: words that stand in more say little, and ranking takes time."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What documents are wanted.

    They hold all of `words` (with `is_any` at least one; with `in_title` all in their title) and none of the unwanted; words that are
    `welcome` only speak for them. `subjects` names the kinds that may come where the words index should tell them apart, because they
    are few among many.
    """

    words: tuple[Word, ...]
    welcome: tuple[Word, ...] = ()
    unwanted: tuple[Word, ...] = ()
    subjects: tuple[str, ...] = ()
    is_any: bool = False
    in_title: bool = False
    most_ranked: int = MOST_RANKED


class Hit(NamedTuple):
    """The best document under one address, and how well it answers."""

    under: str
    subject: str
    number: int
    score: float = 0.0
    document: int = 0
    use: float = 0.0


@dataclass(frozen=True, slots=True)
class Written:
    """The words of one document: letters, digits and `_` only, so that no database finds a sign of its own query language in them."""

    document: int
    title: list[str]
    text: list[str]
    subject: str


@dataclass(frozen=True, slots=True)
class Held:
    """Which of some words a document holds, and how many different ones it has at all; counted up to some dozens, or further."""

    words: Sequence[bool]
    length: int
