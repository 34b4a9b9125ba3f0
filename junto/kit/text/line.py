"""One line that a person typed: a name, a title, a place."""

import unicodedata

from junto.kit.text.clean import LONGEST, clean

JOINERS = "\u200c\u200d"  # they belong inside words of Persian, Hindi and others, and mislead at the edges
BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"  # letters and signs by their kind, but nothing is drawn


def one_line(text: str, longest: int) -> str:
    """The text as it is kept: cleaned, single spaces, at most `longest` characters. Empty when nothing of it can be seen."""
    words = (_seen(word) for word in clean(text[:LONGEST]).split())
    line = _cut(" ".join(word for word in words if word), longest)
    before, _, last = line.rpartition(" ")
    return line if _seen(last) else before


def is_blank(text: str) -> bool:
    """Whether nothing of the text can be seen."""
    return not any(_drawn(letter) and unicodedata.category(letter)[0] in "LNPS" for letter in text)


def _seen(word: str) -> str:
    kept = "".join(letter for letter in word if _drawn(letter) or letter in JOINERS).strip(JOINERS)
    return "" if is_blank(kept) else kept


def _drawn(letter: str) -> bool:
    return letter not in BLANK and unicodedata.category(letter) not in ("Cf", "Cc", "Co", "Cn")


def _cut(text: str, longest: int) -> str:
    cut = text[:longest]
    while cut and len(text) > len(cut) and unicodedata.combining(text[len(cut)]):
        cut = cut[:-1]
    return cut.rstrip(" " + JOINERS)
