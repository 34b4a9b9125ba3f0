"""Where all documents stand, in the memory of this process: read once, then kept up with what is new."""

from collections.abc import Collection, Iterator, Sequence
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from junto.kit.meaning.kept import Floats, Small, unpack
from junto.search.meaning.middle import Middle
from junto.search.models import Place

AT_ONCE = 1024
"""Places that are compared together: as many as stay near the processor."""
FIRST_PORTION, GROWS = 512, 8
MOST_PAIRS = 200


class Map:
    """The places of one model. Threads look at it while one of them brings it up to date."""

    def __init__(self, model: str) -> None:
        self.model, self.newest = model, 0
        self._rows: dict[int, int] = {}
        self._documents, self._steps, self._small = np.empty(0, np.int64), np.empty(0, np.float32), np.empty((0, 0), np.int8)
        self._turned = Middle(np.empty(0, np.float32)), np.empty(0, np.float32)
        self._turn = Lock()

    def catch_up(self, newest: int) -> None:
        """Reads what was placed since this process last looked. What is no more stays on the map: nobody may see it, so nobody finds it."""
        if newest > self.newest:
            with self._turn:
                for number, document, kept in Place.objects.since(self.model, self.newest):
                    self._put(document, *unpack(bytes(kept)))
                    self.newest = number
                if self._turned[0].is_outgrown(len(self)):
                    self._look_for_the_middle()

    def _look_for_the_middle(self) -> None:
        count, total = len(self), np.zeros(self._small.shape[1], np.float32)
        portions = [slice(at, min(at + AT_ONCE, count)) for at in range(0, count, AT_ONCE)]
        for rows in portions:
            total += self._places(rows).sum(axis=0)
        middle, towards = Middle(total / np.float32(count), count), np.zeros_like(self._steps)
        for rows in portions:
            towards[rows] = self._places(rows) @ middle.place
        self._turned = middle, towards

    def _places(self, rows: slice | Sequence[int]) -> Floats:
        places: Floats = self._small[rows].astype(np.float32) * self._steps[rows, None]
        return places

    def _put(self, document: int, step: float, small: Small) -> None:
        row = self._rows.get(document, len(self._rows))
        if row >= len(self._small):
            self._grow(len(small))
        self._documents[row], self._steps[row], self._small[row] = document, step, small
        middle, towards = self._turned
        towards[row] = small @ middle.place * step
        self._rows[document] = row  # last, because others count by it

    def _grow(self, width: int) -> None:
        more = max(AT_ONCE, len(self._small) // 4)
        self._documents = np.concatenate([self._documents, np.zeros(more, np.int64)])
        self._steps = np.concatenate([self._steps, np.zeros(more, np.float32)])
        self._small = np.concatenate([self._small.reshape(-1, width), np.zeros((more, width), np.int8)])
        middle, towards = self._turned
        middle = middle if len(middle.place) else Middle(np.zeros(width, np.float32))
        self._turned = middle, np.concatenate([towards, np.zeros(more, np.float32)])

    def __len__(self) -> int:
        return len(self._rows)

    def megabytes(self) -> float:
        """What the places take."""
        return (self._documents.nbytes + self._steps.nbytes + self._small.nbytes + self._turned[1].nbytes) / 1e6

    def place_of(self, document: int) -> Floats | None:
        """Where a document stands, as far as that is known."""
        row = self._rows.get(document)
        return None if row is None else self._places([row])[0]

    def pairs(self, documents: Sequence[int]) -> list[tuple[int, int, float]]:
        """The nearest pairs of these documents with their cosines, the nearest first; at most MOST_PAIRS."""
        known = [document for document in documents if document in self._rows]
        rows = [self._rows[document] for document in known]
        places = self._places(rows)
        near = np.triu(places @ places.T, 1)
        best = np.argsort(-near, axis=None)[:MOST_PAIRS]
        return [(known[one], known[other], float(near[one, other])) for one, other in zip(*np.unravel_index(best, near.shape), strict=True)]

    def seen_from(self, place: Floats) -> "View":
        """Everything as it looks from a place, beside the middle."""
        count, (middle, towards) = len(self._rows), self._turned
        small, steps, documents = self._small[:count], self._steps[:count], self._documents[:count]
        near, some = np.empty(count, np.float32), np.empty((AT_ONCE, len(place)), np.float32)
        for at in range(0, count, AT_ONCE):
            end = min(at + AT_ONCE, count)
            some[: end - at] = small[at:end]
            np.dot(some[: end - at], place, out=near[at:end])
        near *= steps
        return View(documents, middle.turned(near, towards[:count], place), self._rows, middle)


class View:
    """How near everything is to one place."""

    def __init__(self, documents: NDArray[np.int64], near: Floats, rows: dict[int, int], middle: Middle) -> None:
        self._documents, self._near, self._rows, self.middle = documents, near, rows, middle

    def of(self, documents: Collection[int]) -> dict[int, float]:
        """The cosines of these documents, as far as they have a place."""
        return {
            document: float(self._near[row])
            for document in documents
            if (row := self._rows.get(document, len(self._near))) < len(self._near)
        }

    def portions(self) -> Iterator[dict[int, float]]:
        """Documents with their cosines, the nearest first; few at first, then more and more, until all have come."""
        size, taken, count = FIRST_PORTION, 0, len(self._near)
        while taken < count:
            size = min(size, count)
            nearest = np.argpartition(-self._near, size - 1)[:size] if size < count else np.arange(count)
            ordered = nearest[np.argsort(-self._near[nearest], kind="stable")][taken:]
            yield dict(zip(self._documents[ordered].tolist(), self._near[ordered].tolist(), strict=True))
            taken, size = size, size * GROWS
