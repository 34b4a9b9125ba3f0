"""The best things for some words: those that hold all of them first, then those that hold the most and the rarest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from junto.search.among import Among
from junto.search.index import Hit, Wanted, Word, index
from junto.search.index.wanted import MOST_RANKED
from junto.search.marking import Marker
from junto.search.words.languages import look_around
from junto.search.words.looked_for import in_pairs, looked_for, phrase

SHARE_RANKED = 0.05
"""Words are taken into the looser search, the rarest first, until together they stand in so large a part of all documents."""
MOST_LOOSELY_RANKED = 3000
MOST_COMMON = 2
"""So few words may stand in more documents than are ranked; then those that hold them in their title are looked at as well."""
MOST_LOOSE = 16
MOST_STRICT = 3
"""Up to so many words are first looked for all together; a whole question never stands anywhere word for word."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Words for the index: all of `words` if possible, all of `phrases` in any case, none of `unwanted`."""

    words: tuple[Word, ...]
    phrases: tuple[Word, ...] = ()
    unwanted: tuple[Word, ...] = ()
    subjects: tuple[str, ...] = ()

    @property
    def every(self) -> tuple[Word, ...]:
        """All words that are looked for."""
        return (*self.words, *self.phrases)

    def marker(self) -> Marker:
        """Marks these words in texts."""
        return Marker(self.every)


def sought(asked: Any, *, subjects: tuple[str, ...] = ()) -> Sought:
    """What was asked for, in words of the index."""
    look_around()
    loose = looked_for(asked.loose, is_being_typed=asked.is_being_typed)
    unwanted = tuple(phrase(text) for text in asked.unwanted)
    return Sought(loose, tuple(phrase(text) for text in asked.phrases), unwanted, subjects)


def ranked(sought: Sought, among: Among, most: int) -> list[Hit]:
    """Up to `most` addresses, best first."""
    every = sought.every
    if among.is_empty:
        return []
    if not every:
        return newest(among, most)
    hits = [] if len(every) > MOST_STRICT else index().best(Wanted(every, unwanted=sought.unwanted, subjects=sought.subjects), among, most)
    if len(hits) == most and len(every) <= MOST_COMMON:
        return _merged(sorted([*titled(sought, among, most), *hits], key=lambda hit: -hit.score))[:most]
    if len(hits) < most:
        hits = _merged([*hits, *_loosely(sought, among, most)])[:most]
    return hits


def titled(sought: Sought, among: Among, most: int) -> list[Hit]:
    """Only what holds all words in its title or name."""
    wanted = Wanted(sought.every, unwanted=sought.unwanted, subjects=sought.subjects, in_title=True)
    return index().best(wanted, among, most) if wanted.words else []


def by_any_word(sought: Sought, among: Among, most: int) -> list[Hit]:
    """What holds some of the words, however few: for something that was said in other words."""
    return _loosely(sought, among, most) or (index().best(Wanted(sought.every), among, most) if sought.every else [])


def by_rare_words(sought: Sought, among: Among, most: int, *, documents: int) -> list[Hit]:
    """What holds the rarest of the words, as many words as stand in a few of so many documents: beside meaning, which finds the rest."""
    words = in_pairs(sought.words)[:MOST_LOOSE]
    if sought.phrases or not words:
        return by_any_word(sought, among, most)
    rare, _ = _by_share(words, MOST_RANKED / max(documents, 1))
    return index().best(Wanted(rare, (), sought.unwanted, sought.subjects, is_any=True), among, most)


def newest(among: Among, most: int) -> list[Hit]:
    """Without words, the newest come first."""
    rows = among.documents().order_by("-at", "-id").values_list("under", "subject", "number")[:MOST_RANKED]
    return _merged(Hit(*row) for row in rows)[:most]


def _loosely(sought: Sought, among: Among, most: int) -> list[Hit]:
    """Phrases must be there in any case; the words beside them need not."""
    if sought.phrases:
        return index().best(Wanted(sought.phrases, unwanted=sought.unwanted, subjects=sought.subjects), among, most) if sought.words else []
    words = in_pairs(sought.words)
    if len(words) < 2 and words == sought.words:
        return []
    rare, common = _by_share(words[:MOST_LOOSE], SHARE_RANKED)
    loosely = Wanted(rare, common, sought.unwanted, sought.subjects, is_any=True, most_ranked=MOST_LOOSELY_RANKED)
    hits = index().best(loosely, among, most)
    if common and len(hits) < most:
        hits += index().best(replace(loosely, words=common, welcome=(), most_ranked=MOST_RANKED), among, most)
    return hits


def _by_share(words: Sequence[Word], room: float) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The rarest words, as many as together stand in that share of all documents, and the others."""
    by_share = sorted(zip(index().shares(words), range(len(words)), words, strict=True))
    for at, (share, _, _) in enumerate(by_share):
        room -= share
        if at and room < 0:
            return tuple(word for _, _, word in by_share[:at]), tuple(word for _, _, word in by_share[at:])
    return tuple(words), ()


def _merged(hits: Iterable[Hit]) -> list[Hit]:
    """Each address once, where it stands first."""
    first: dict[str, Hit] = {}
    for hit in hits:
        first.setdefault(hit.under, hit)
    return list(first.values())
