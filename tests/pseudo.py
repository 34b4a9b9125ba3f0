"""A language nobody speaks, read from right to left, made of the English texts: what was forgotten in it stays plain English.

Its words are a third longer and written from the right. It exists only while a test asks for it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from django.conf import settings
from django.test import override_settings

from junto.config.texts.gathering import gather

CODE, NAME = "ar-xb", "Pseudo"
KEPT = re.compile(r"(%\(\w+\)[sd]|%d|%s|%%|\{\w+\}|</?\w+>)")
"""Places for names and numbers, and elements: they stay as they are."""
WORD = re.compile(r"[^\W\d_]+")
FROM_THE_RIGHT, AS_BEFORE = "\u200f\u202e", "\u202c\u200f"
VOWELS = re.compile("[aeiouyAEIOUY]")


def pseudo(text: str) -> str:
    """The text in that language."""
    return "".join(piece if at % 2 else WORD.sub(lambda word: turned(word[0]), piece) for at, piece in enumerate(KEPT.split(text)))


def turned(word: str) -> str:
    """The word longer by a third, its letters from right to left."""
    longer, more = word, -(-len(word) // 3)
    if found := VOWELS.search(word):
        longer = word[: found.end()] + found[0].lower() * more + word[found.end() :]
    else:
        longer += word[-1] * more
    return f"{FROM_THE_RIGHT}{longer}{AS_BEFORE}"


@pytest.fixture(scope="session")
def pseudo_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the catalogue of that language stands."""
    catalogue = Catalog(locale="en", charset="utf-8")
    for text in gather():
        if text.id:
            said = pseudo(text.id) if isinstance(text.id, str) else tuple(map(pseudo, text.id))
            catalogue.add(text.id, said, context=text.context)
    folder = tmp_path_factory.mktemp("locale")
    target = folder / "ar_XB" / "LC_MESSAGES" / "django.mo"
    target.parent.mkdir(parents=True)
    with target.open("wb") as mo:
        write_mo(mo, catalogue)
    return folder


@pytest.fixture
def from_right_to_left(pseudo_catalogue: Path) -> Iterator[str]:
    """The code of the language, which this house speaks during the test."""
    languages = [*settings.LANGUAGES, (CODE, NAME)]
    with override_settings(LANGUAGES=languages, LOCALE_PATHS=[*settings.LOCALE_PATHS, pseudo_catalogue]):
        yield CODE
