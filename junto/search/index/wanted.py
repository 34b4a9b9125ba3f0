"""What is looked for, in words the index knows; each database writes it down in its own way."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """Met by a document that holds one of `forms`, or one of `rows` (words side by side), or a word that begins with `beginning`."""

    forms: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    beginning: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words to be found (all of them, or with `is_any` as many as possible; `in_title`: all of them there), words not to be found, and the
    kinds of things that may come, when the words index should tell them apart (for kinds that are few among many).
    """

    words: tuple[Word, ...]
    unwanted: tuple[Word, ...] = ()
    subjects: tuple[str, ...] = ()
    is_any: bool = False
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """The best document under one address, and how well it answers."""

    under: str
    subject: str
    number: int
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Written:
    """The words of one document: letters, digits and `_` only, so that no database finds a sign of its own query language in them."""

    document: int
    title: list[str]
    text: list[str]
    subject: str
