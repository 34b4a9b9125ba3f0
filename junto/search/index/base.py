"""What the words index can do, whatever database keeps it."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from junto.search.among import Among
from junto.search.index.wanted import Held, Hit, Wanted, Word, Written


class Index(ABC):
    """The words index of one database."""

    @abstractmethod
    def put(self, written: Sequence[Written]) -> None:
        """Keeps the words of these documents instead of what was kept before."""

    @abstractmethod
    def tidy(self) -> None:
        """Lets go of the words of documents that are gone, where the database only marks them as gone."""

    @abstractmethod
    def best(self, wanted: Wanted, among: Among, most: int) -> list[Hit]:
        """The best `most` addresses for the words, best first, each with its best document; only of the documents `among`."""

    @abstractmethod
    def holding(self, words: Sequence[Word], documents: Sequence[int]) -> dict[int, Held]:
        """For each of these documents which of the words it holds, and how long it is."""

    @abstractmethod
    def shares(self, words: Sequence[Word]) -> list[float]:
        """How large a part of all documents holds each word, roughly: 0 for none, 1 for all."""


def besides(among: Among) -> str:
    """The condition that leaves out what was shown already."""
    return f" AND d.under NOT IN ({', '.join(['%s'] * len(among.besides))})" if among.besides else ""
