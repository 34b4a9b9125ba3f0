"""Shows in a text where the words stand that were looked for, in whatever form they stand there."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache

from markupsafe import Markup, escape

from junto.search.index.wanted import Word
from junto.search.words.folding import fold
from junto.search.words.forms import forms
from junto.search.words.languages import languages
from junto.search.words.tokens import RUN, Token, token_of

EXCERPT = 220
LOOKED_AT = 6000
LEAD = 60
"""Letters shown before the first found word of an excerpt."""

DANGLING = " ,;:-–—("
"""Not shown right before the dots with which an excerpt is cut off."""

Span = tuple[int, int]


class Marker:
    """Knows the words of one search, and marks them."""

    def __init__(self, words: Iterable[Word]) -> None:
        words = list(words)
        self._forms = {form for word in words for form in [*word.forms, *(form for row in word.rows for form in row)]}
        self._beginnings = tuple(word.beginning for word in words if word.beginning)
        self._may_begin = _words_beginning_with(frozenset(each[0] for each in (*self._forms, *self._beginnings)))
        self._languages = languages()
        self._known: dict[str, tuple[Span, ...]] = {}

    def title(self, text: str) -> Markup:
        """The whole text, marked."""
        return _marked(text, self._spans(text))

    def letters(self, text: str) -> int:
        """How many letters of the text would be marked."""
        return sum(right - left for left, right in self._spans(text))

    def excerpt(self, text: str) -> Markup:
        """The part of the text that holds the most of what was looked for, on one line; its beginning when it holds nothing."""
        line = " ".join(text[:LOOKED_AT].split())
        spans = self._spans(line)
        start, end = _window(line, spans)
        inside = [(left - start, right - start) for left, right in spans if left >= start and right <= end]
        before, after = "…" if start else "", "…" if end < len(line) or len(text) > LOOKED_AT else ""
        return Markup(before) + _marked(line[start:end], inside) + after

    def _spans(self, text: str) -> list[Span]:
        return list(_joined(text, (span for found in self._may_begin.finditer(text) for span in self._spans_of(found))))

    def _spans_of(self, found: re.Match[str]) -> Iterator[Span]:
        """A text says the same words again and again, and so do the texts of one page."""
        run, start = found.group(), found.start()
        if run not in self._known:
            self._known[run] = tuple((left - start, right - start) for left, right in self._spans_in(token_of(found)))
        for left, right in self._known[run]:
            yield start + left, start + right

    def _spans_in(self, token: Token) -> Iterator[Span]:
        if token.is_unspaced:
            yield from self._pairs(token)
        elif token.whole in self._forms or any(self._is_meant(piece) for piece in token.pieces):
            yield token.start, token.end

    def _pairs(self, token: Token) -> Iterator[Span]:
        for at, pair in enumerate(token.pieces):
            if pair in self._forms or pair.startswith(self._beginnings):
                yield token.start + at, min(token.start + at + len(pair), token.end)

    def _is_meant(self, piece: str) -> bool:
        if self._beginnings and fold(piece).startswith(self._beginnings):
            return True
        return any(form in self._forms for language in self._languages for form in forms(piece, language))


@lru_cache(maxsize=500)
def _words_beginning_with(letters: Set[str]) -> re.Pattern[str]:
    """Finds the words that may be meant: most words of a text are none of those looked for, their first letter tells, and to cut and stem
    them is saved. Behind a letter that is not ASCII anything may be folded.
    """
    plain = re.escape("".join(sorted(letter for letter in letters if letter.isascii())))
    first = f"(?:[{plain}]|[^\\W_\x00-\x7f])" if plain else "[^\\W_\x00-\x7f]"
    return re.compile(rf"(?<![^\W_])(?={first})(?:{RUN.pattern})", re.IGNORECASE)


def _joined(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Neighbours become one mark."""
    left, right = -1, -1
    for start, end in spans:
        if right >= 0 and text[right:start].strip(" -") == "" and start - right <= 1:
            right = end
            continue
        if right >= 0:
            yield left, right
        left, right = start, end
    if right >= 0:
        yield left, right


def _window(line: str, spans: Sequence[Span]) -> Span:
    """Where an excerpt begins and ends: around as many marks as fit."""
    if len(line) <= EXCERPT:
        return 0, len(line)
    best = max(spans, key=lambda span: _letters_marked(spans, span[0]), default=(0, 0))[0]
    start = _at_a_word(line, max(0, best - LEAD), 1) if best > EXCERPT // 2 else 0
    end = _at_a_word(line, min(len(line), start + EXCERPT), -1)
    return start, end if end == len(line) else start + len(line[start:end].rstrip(DANGLING))


def _letters_marked(spans: Sequence[Span], start: int) -> int:
    return sum(right - left for left, right in spans if start <= left and right <= start + EXCERPT - LEAD)


def _at_a_word(line: str, at: int, step: int) -> int:
    """The nearest place between two words, not further than a long word away (scripts without spaces are cut where they are)."""
    if at in (0, len(line)):
        return at
    for place in range(at, at + step * 30, step):
        if not 0 < place < len(line):
            break
        if line[place - 1] == " ":
            return place if step > 0 else place - 1
    return at


def _marked(text: str, spans: Sequence[Span]) -> Markup:
    pieces: list[str] = []
    at = 0
    for left, right in spans:
        pieces += [escape(text[at:left]), "<mark>", escape(text[left:right]), "</mark>"]
        at = right
    return Markup("".join([*pieces, escape(text[at:])]))
