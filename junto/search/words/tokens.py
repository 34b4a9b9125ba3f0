"""Cuts a text into words: `E-41` is one word and two, Chinese is cut into pairs of characters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from junto.search.words.folding import fold

UNSPACED = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u1100-\u11ff"
    "\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Scripts that are cut into pairs: Thai, Chinese and Japanese set no spaces; in Korean endings cling to the words."""
CLINGING = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff"
"""Marks inside words that Python does not count as letters."""
LETTER = rf"(?:[^\W_{UNSPACED}]|[{CLINGING}])"
WORD = rf"[^\W_{UNSPACED}]{LETTER}*"
RUN = re.compile(rf"[{UNSPACED}]+|{WORD}(?:[-._/:@+]{WORD})*(?:\+\+|\#)?")
IS_UNSPACED = re.compile(f"[{UNSPACED}]")
PIECE = re.compile(rf"\d+|(?:(?!\d){LETTER})+")
BETWEEN_DIGITS = re.compile(r"(?<=\d)[-./:@+](?=\d)")
JOINING = re.compile(r"[-./:@+]")
SIGNS = {"++": "plusplus", "#": "sharp"}
LONGEST_WHOLE = 60
LONGEST_PIECE = 40


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it stands in a text from `start` to `end`: its pieces (`e`, `41`), and the whole (`e41`) where that is something else."""

    pieces: tuple[str, ...]
    whole: str
    start: int
    end: int
    is_unspaced: bool = False


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in their order."""
    return (token_of(found) for found in RUN.finditer(text))


def token_of(found: re.Match[str]) -> Token:
    """The word that RUN found."""
    run, start, end = found.group(), found.start(), found.end()
    if not run.isascii() and IS_UNSPACED.match(run):
        # A character younger than this Python's tables is no letter to it and would be folded away.
        return Token(pairs(fold(run) or run), "", start, end, is_unspaced=True)
    if run.isalpha():
        return Token((run[:LONGEST_PIECE],), "", start, end)
    return _joined(run, start, end)


def pairs(run: str) -> tuple[str, ...]:
    """Every two neighbours, and the last character alone, so that each is found by its beginning as well: 制冷剂 gives 制冷, 冷剂, 剂."""
    return (*(run[at : at + 2] for at in range(len(run) - 1)), run[-1])


def _joined(run: str, start: int, end: int) -> Token:
    pieces = tuple(piece[:LONGEST_PIECE] for piece in PIECE.findall(run) if fold(piece))
    sign = next((sign for sign in SIGNS if run.endswith(sign)), "")
    if (len(pieces) < 2 and not sign) or len(run) > LONGEST_WHOLE:
        return Token(pieces, "", start, end)
    return Token(pieces, whole(run.removesuffix(sign)) + SIGNS.get(sign, ""), start, end)


def whole(run: str) -> str:
    """`E-41` and `E41` are one, `4.2.1` and `42.1` are not: marks fall away, but between digits they count."""
    return JOINING.sub("", BETWEEN_DIGITS.sub("_", fold(run).replace("_", "-")))
