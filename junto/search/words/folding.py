"""One spelling for words that people write in several: lower case, without accents."""

import unicodedata
from functools import lru_cache

LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h", "ŋ": "n"})
JOINING = "-._/:@+"
"""Signs that may stand inside a word."""
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """The word as it is compared. Marks that make another letter (kana voicing, Indic vowels) stay; accents and vowel points go."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(letter for letter in apart if _counts(letter))
    return unicodedata.normalize("NFC", bare).translate(LETTERS)


def spelled_out(word: str) -> str:
    """A German word for keyboards without umlauts: `Geräusch` is also written `Geraeusch`."""
    return word.lower().translate(UMLAUTS)


def _counts(letter: str) -> bool:
    """Not an accent, and not what taking signs such as ½ or ﷺ apart leaves between letters."""
    kind = unicodedata.combining(letter)
    if kind >= 200 or 10 <= kind <= 36:
        return False
    return letter.isalnum() or letter in JOINING or unicodedata.category(letter)[0] == "M"
