"""A model for tests: it knows a few words for the same things, and needs no time."""

from collections.abc import Sequence

import numpy as np

from junto.kit.meaning.weights import Floats
from junto.search.words import tokens

ALIKE = (
    ("pump", "compressor"),
    ("pressure", "force"),
    ("leaks", "drips", "loses"),
    ("overnight", "dark"),
    ("holiday", "leave", "vacation"),
    ("printer", "copier"),
    ("paper", "sheets"),
    ("error", "fault"),
)
WIDTH = 64


class Pretended:
    """Words for the same thing stand at the same place; others have places of their own, mostly."""

    name = "minilm-l6-v2"
    low = 0.0
    asked: list[str] = []

    def of_question(self, text: str) -> Floats:
        Pretended.asked.append(text)
        return self._place(text)

    def of_texts(self, texts: Sequence[str]) -> Floats:
        return np.stack([self._place(text) for text in texts])

    def _place(self, text: str) -> Floats:
        place = np.full(WIDTH, 1e-3, np.float32)
        for token in tokens(text):
            for word in token.pieces:
                place[self._of(word.lower())] += 1
        whole: Floats = place / np.linalg.norm(place)
        return whole

    def _of(self, word: str) -> int:
        known = next((at for at, words in enumerate(ALIKE) if word in words), None)
        return len(ALIKE) + sum(map(ord, word)) % (WIDTH - len(ALIKE)) if known is None else known


class Another(Pretended):
    """The same under another name, as after a change of the setting."""

    name = "multilingual-e5-small-q4"
