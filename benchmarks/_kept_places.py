"""Where texts stand, kept in a file from one run to the next: a hundred thousand texts take the model a quarter of an hour."""

import sqlite3
import time
from collections.abc import Sequence
from typing import Any

import numpy as np

from junto.kit.meaning.model import Model
from junto.kit.meaning.weights import Floats

TABLE = "CREATE TABLE IF NOT EXISTS place (model TEXT, text TEXT, numbers BLOB, PRIMARY KEY (model, text)) WITHOUT ROWID"


class KeptPlaces:
    """A model that only works out what it never saw; `spent` is its CPU for the `worked_out` texts. Without a file: for this run."""

    def __init__(self, model: Model, file: str) -> None:
        self._model, self._kept = model, sqlite3.connect(file)
        self._kept.execute(TABLE)
        self.worked_out, self.spent = 0, 0.0

    def of_texts(self, texts: Sequence[str]) -> Floats:
        """As the model itself says it."""
        known = {text: found for text in texts if (found := self._known(text)) is not None}
        known |= self._work_out([text for text in dict.fromkeys(texts) if text not in known])
        return np.stack([known[text] for text in texts])

    def _known(self, text: str) -> Any:
        row = self._kept.execute("SELECT numbers FROM place WHERE model = ? AND text = ?", (self._model.name, text)).fetchone()
        return np.frombuffer(row[0], np.float32) if row else None

    def _work_out(self, texts: list[str]) -> dict[str, Any]:
        if not texts:
            return {}
        before = time.process_time()
        found = dict(zip(texts, self._model.of_texts(texts), strict=True))
        self.spent, self.worked_out = self.spent + time.process_time() - before, self.worked_out + len(texts)
        rows = [(self._model.name, text, place.tobytes()) for text, place in found.items()]
        with self._kept:
            self._kept.executemany("INSERT OR REPLACE INTO place VALUES (?, ?, ?)", rows)
        return found
