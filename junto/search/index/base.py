"""What the words index can do, whatever database keeps it."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from junto.search.among import Among
from junto.search.index.wanted import Hit, Wanted, Word, Written

MOST_RANKED = 600
"""Of documents that hold all words only the newest so many are ranked: words that stand in more say little, and ranking takes time."""
MOST_LOOSELY_RANKED = 3000


class Index(ABC):
    """The words index of one database."""

    @abstractmethod
    def put(self, written: Sequence[Written]) -> None:
        """Keeps the words of these documents instead of what was kept before."""

    @abstractmethod
    def best(self, wanted: Wanted, among: Among, most: int) -> list[Hit]:
        """The best `most` addresses for the words, best first, each with its best document; only of the documents `among`."""

    @abstractmethod
    def shares(self, words: Sequence[Word]) -> list[float]:
        """How large a part of all documents holds each word, roughly: 0 for none, 1 for all."""


def besides(among: Among) -> str:
    """The condition that leaves out what was shown already."""
    return f" AND d.under NOT IN ({', '.join(['%s'] * len(among.besides))})" if among.besides else ""


def how_many(wanted: Wanted) -> int:
    """How many documents are ranked, the newest."""
    return MOST_LOOSELY_RANKED if wanted.is_any else MOST_RANKED
