"""What is in memory of all places, a row for each; as seen from their middle."""

from collections.abc import Sequence

import numpy as np

from junto.kit.meaning.kept import Floats, Small
from junto.search.meaning.middle import Middle
from junto.search.meaning.signs import signs, words

Rows = slice | Sequence[int]
AT_ONCE = 1024
"""Places that are worked on together: as many as stay near the processor."""


class Columns:
    """Where documents stand; how far each leans towards the middle; and its signs beside the middle.

    Nobody changes how many rows there are, or the middle: there is another one then, and who looks at this one meanwhile sees it whole.
    """

    def __init__(self, middle: Middle, room: int) -> None:
        width = len(middle.place)
        self.middle = middle
        self.documents, self.steps, self.small = np.zeros(room, np.int64), np.zeros(room, np.float32), np.zeros((room, width), np.int8)
        self.towards, self.signs = np.zeros(room, np.float32), np.zeros((words(width), room), np.uint64)

    @property
    def room(self) -> int:
        """How many rows there are, used or not."""
        return len(self.documents)

    def put(self, rows: Sequence[int], documents: Sequence[int], steps: Sequence[float], small: Sequence[Small]) -> None:
        """Writes some rows down."""
        self.documents[rows], self.steps[rows], self.small[rows] = documents, steps, small
        self._see_from_the_middle(rows)

    def places(self, rows: Rows) -> Floats:
        """Where these stand."""
        places: Floats = self.small[rows].astype(np.float32) * self.steps[rows, None]
        return places

    def with_room(self, room: int) -> "Columns":
        """The same rows, and empty ones behind them."""
        more = Columns(self.middle, room)
        for name in ("documents", "steps", "small", "towards"):
            getattr(more, name)[: self.room] = getattr(self, name)
        more.signs[:, : self.room] = self.signs
        return more

    def with_middle_of(self, count: int) -> "Columns":
        """The same rows, seen from the middle of the first `count`."""
        total = sum((self.places(rows).sum(axis=0) for rows in portions(count)), np.zeros(self.small.shape[1], np.float32))
        seen = self.with_room(self.room)
        seen.middle = Middle(total / np.float32(count), count)
        for rows in portions(count):
            seen._see_from_the_middle(rows)
        return seen

    def _see_from_the_middle(self, rows: Rows) -> None:
        places = self.places(rows)
        self.towards[rows] = places @ self.middle.place
        self.signs[:, rows] = signs(places - self.middle.place)


def portions(count: int) -> list[slice]:
    """So many rows, some at a time."""
    return [slice(start, min(start + AT_ONCE, count)) for start in range(0, count, AT_ONCE)]
