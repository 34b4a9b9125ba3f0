"""Everything as it looks from one place. What is near is found by its signs first; only that is compared, the rest when somebody asks."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import numpy as np

from junto.kit.meaning.kept import Floats
from junto.search.meaning.columns import AT_ONCE, Columns
from junto.search.meaning.signs import least_different, signs

FIRST_PORTION, GROWS = 512, 4
COMPARED = 8
"""To find what is nearest, so many times as many are compared: those that differ least by their signs."""


class View:
    """How near the first `count` rows are to a place: 1 means the same, 0 has nothing to do with it."""

    def __init__(self, place: Floats, low: float, columns: Columns, rows: Mapping[int, int], count: int) -> None:
        self._place, self._columns, self._rows, self._count = place, columns, rows, count
        self._low = columns.middle.low(low)
        self._near = np.full(count, np.nan, np.float32)

    def __len__(self) -> int:
        return self._count

    def of(self, documents: Collection[int]) -> dict[int, float]:
        """How near these documents are, as far as they have a place."""
        found = {document: row for document in documents if (row := self._rows.get(document, self._count)) < self._count}
        rows = np.fromiter(found.values(), np.int64, len(found))
        return dict(zip(found, self._nearness(rows).tolist(), strict=True))

    def portions(self) -> Iterator[dict[int, float]]:
        """Documents and how near they are, the nearest first; few at first, then more and more, until all have come."""
        shown, size = np.zeros(self._count, bool), FIRST_PORTION
        while not shown.all():
            likely = self._likely(size * COMPARED)
            nearest = self._nearest(likely[~shown[likely]], size)
            shown[nearest] = True
            yield dict(zip(self._columns.documents[nearest].tolist(), self._near[nearest].tolist(), strict=True))
            size *= GROWS

    def _likely(self, most: int) -> Any:
        """Where so many are half of all, looking at signs saves nothing."""
        if self._count <= 2 * most:
            return np.arange(self._count)
        beside = self._place - self._columns.middle.place
        return least_different(self._columns.signs[:, : self._count], signs(beside), most)

    def _nearest(self, rows: Any, size: int) -> Any:
        """The nearest of these rows, in their order."""
        far = -self._nearness(rows)
        nearest = np.argpartition(far, size - 1)[:size] if size < len(rows) else np.arange(len(rows))
        return rows[nearest[np.argsort(far[nearest], kind="stable")]]

    def _nearness(self, rows: Any) -> Floats:
        """Of these rows; worked out for each of them once."""
        unknown = rows[np.isnan(self._near[rows])]
        for start in range(0, len(unknown), AT_ONCE):
            some = unknown[start : start + AT_ONCE]
            cosines = (self._columns.small[some].astype(np.float32) @ self._place) * self._columns.steps[some]
            seen = self._columns.middle.turned(cosines, self._columns.towards[some], self._place)
            self._near[some] = (seen - self._low) / (1 - self._low)
        nearness: Floats = self._near[rows]
        return nearness
