"""Reads what was typed. It takes anything: nothing a person or a machine can type makes it fail."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from junto.search.query.filters import Filter, filter_of, no_filter
from junto.search.words import tokens

LONGEST = 400
MOST_PARTS = 40
PART = re.compile(r"""(-(?=[^\s-]))?(?:([^\W\d_]{2,12}):)?(?:["“”„«]([^"“”„«»]*)(?:["“”»]|$)|(\S+))""")


@dataclass(frozen=True)
class Part:
    """A piece of what was typed: a word, a phrase (`is_phrase`), or a filter; `is_unwanted` with a minus before it."""

    written: str
    text: str
    is_phrase: bool = False
    is_unwanted: bool = False
    filter: Filter | None = None
    no_filter: str = ""
    """What was meant as a filter, perhaps, and is none: `foo:`, or `is:strange`."""


@dataclass(frozen=True)
class Asked:
    """Everything that was typed, in its order."""

    parts: tuple[Part, ...]
    is_being_typed: bool = False

    @cached_property
    def text(self) -> str:
        """All of it, tidied."""
        return " ".join(part.written for part in self.parts)

    @cached_property
    def words(self) -> str:
        """What is looked for, without filters and without what should not come: this is carried along to other pages."""
        return " ".join(part.text for part in self.parts if part.filter is None and not part.is_unwanted)

    @property
    def loose(self) -> str:
        """The words outside phrases."""
        return " ".join(part.text for part in self.parts if part.filter is None and not part.is_unwanted and not part.is_phrase)

    @property
    def phrases(self) -> list[str]:
        return [part.text for part in self.parts if part.is_phrase and not part.is_unwanted]

    @property
    def unwanted(self) -> list[str]:
        return [part.text for part in self.parts if part.is_unwanted]

    @property
    def filters(self) -> list[Part]:
        return [part for part in self.parts if part.filter is not None]

    @property
    def no_filters(self) -> list[str]:
        """What looks like a filter and is none; it is looked for as words."""
        return [part.no_filter for part in self.parts if part.no_filter]

    def values(self, name: str) -> list[Any]:
        """What the filters of that name ask for."""
        return [part.filter.value for part in self.parts if part.filter is not None and part.filter.name == name]

    def without(self, part: Part) -> str:
        """All of it but that part."""
        return " ".join(other.written for other in self.parts if other is not part)

    def and_also(self, written: str) -> str:
        """All of it, and that filter."""
        return f"{self.text} {written}".strip()


def read(typed: str, *, is_being_typed: bool = False) -> Asked:
    """What was typed; `is_being_typed` says that the last word may not be finished."""
    tidy = tidied(typed)
    parts = [_part(found) for _, found in zip(range(MOST_PARTS), PART.finditer(tidy), strict=False)]
    return Asked(tuple(part for part in parts if part is not None), is_being_typed and not typed[-1:].isspace())


def tidied(typed: str) -> str:
    """One line of visible letters, not longer than anybody types, without signs that turn the reading direction or stand for nothing."""
    visible = "".join(" " if unicodedata.category(letter)[0] in "ZC" else letter for letter in typed[: 4 * LONGEST])
    return " ".join(unicodedata.normalize("NFC", visible).split())[:LONGEST]


def _part(found: re.Match[str]) -> Part | None:
    minus, name, phrase, word = found.groups()
    value = (word if phrase is None else phrase).strip('"“”„«»')
    wanted = filter_of(name, value) if name and not minus else None
    if wanted:
        return Part(found.group(), value, filter=wanted)
    text = f"{name}:{value}" if name else value
    is_phrase = phrase is not None and not name
    said = no_filter(name, value) if name and not minus else ""
    return Part(found.group(), text, is_phrase, bool(minus), no_filter=said) if any(tokens(text)) else None
