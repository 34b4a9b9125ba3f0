"""The forms under which a word is kept and looked for."""

from functools import lru_cache

from junto.search.words.folding import fold, spelled_out
from junto.search.words.stems import stem

WITH_UMLAUT = frozenset("äöüÄÖÜ")


@lru_cache(maxsize=60_000)
def forms(word: str, language: str) -> tuple[str, ...]:
    """The word's stem first, then what people write instead: without accents, with umlauts spelled out. None twice."""
    small = word.lower()
    first = fold(stem(small, language)) or fold(word)
    if small.isascii():
        return (first,)
    found = {first: None, stem(fold(word), language): None}
    if language == "de" and not WITH_UMLAUT.isdisjoint(word):
        found[fold(stem(spelled_out(word), language))] = None
    return tuple(found)
