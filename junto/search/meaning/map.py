"""Where all documents stand, in the memory of this process: read once, then kept up with what is new."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from threading import Lock

import numpy as np

from junto.kit.meaning.kept import Floats, Small, unpack
from junto.search.meaning.columns import AT_ONCE, Columns
from junto.search.meaning.middle import Middle
from junto.search.meaning.view import View
from junto.search.models import Place

MOST_PAIRS = 200


class Map:
    """The places of one model. Threads look at it while one of them brings it up to date."""

    def __init__(self, model: str) -> None:
        self.model, self.newest = model, 0
        self._rows: dict[int, int] = {}
        self._columns = Columns(Middle(np.empty(0, np.float32)), 0)
        self._turn = Lock()

    def catch_up(self, newest: int) -> None:
        """Reads what was placed since this process last looked. What is no more stays on the map: nobody may see it, so nobody finds it."""
        if newest > self.newest:
            with self._turn:
                for some in _some_at_a_time(Place.objects.since(self.model, self.newest)):
                    self._put({document: unpack(bytes(kept)) for _, document, kept in some})
                    self.newest = some[-1][0]
                if self._columns.middle.is_outgrown(len(self)):
                    self._columns = self._columns.with_middle_of(len(self))

    def _put(self, places: dict[int, tuple[float, Small]]) -> None:
        added = {document: row for row, document in enumerate((each for each in places if each not in self._rows), len(self._rows))}
        rows = [(added if document in added else self._rows)[document] for document in places]
        steps, small = zip(*places.values(), strict=True)
        self._make_room(len(self._rows) + len(added), len(small[0]))
        self._columns.put(rows, list(places), steps, small)
        self._rows.update(added)  # last, because others count by it

    def _make_room(self, rows: int, width: int) -> None:
        if rows > self._columns.room:
            columns = self._columns if self._rows else Columns(Middle(np.zeros(width, np.float32)), 0)
            self._columns = columns.with_room(rows + max(AT_ONCE, rows // 4))

    def __len__(self) -> int:
        return len(self._rows)

    def place_of(self, document: int) -> Floats | None:
        """Where a document stands, as far as that is known."""
        row = self._rows.get(document)
        return None if row is None else self._columns.places([row])[0]

    def pairs(self, documents: Sequence[int]) -> list[tuple[int, int, float]]:
        """The nearest pairs of these documents with their cosines, the nearest first; at most MOST_PAIRS."""
        known = [document for document in documents if document in self._rows]
        places = self._columns.places([self._rows[document] for document in known])
        near = np.triu(places @ places.T, 1)
        best = np.argsort(-near, axis=None)[:MOST_PAIRS]
        return [(known[one], known[other], float(near[one, other])) for one, other in zip(*np.unravel_index(best, near.shape), strict=True)]

    def seen_from(self, place: Floats, low: float) -> View:
        """Everything as it looks from a place, beside the middle. `low` is the cosine of texts that have nothing to do with each other."""
        count = len(self._rows)
        return View(place, low, self._columns, self._rows, count)


def _some_at_a_time(places: Iterable[tuple[int, int, bytes]]) -> Iterator[list[tuple[int, int, bytes]]]:
    each = iter(places)
    while some := list(islice(each, AT_ONCE)):
        yield some
