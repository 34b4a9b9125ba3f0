"""A machine that gives places for texts, asked in the way OpenAI's is and many others are (`POST …/embeddings`)."""

import json
import time
from collections.abc import Sequence
from functools import cached_property
from itertools import combinations
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from junto.kit.fetch import NotFetched, send
from junto.kit.meaning.model import NoAnswer
from junto.kit.meaning.weights import Floats

MOST = 4_000_000
LONGEST = 2_000
SECONDS_FOR_A_QUESTION, SECONDS_FOR_TEXTS = 1.0, 30.0
RESTS = 30.0
"""Seconds for which a machine is left alone that did not answer in time: whoever types meanwhile need not wait."""
UNLIKE = (
    "The printer is out of paper.",
    "Who takes part on Thursday?",
    "Salt water freezes later.",
    "She was born in Lyon.",
    "Sort by date.",
)


class Address:
    """The machine at an address."""

    def __init__(self, name: str, address: str, model: str, key: str) -> None:
        self.name, self._address, self._model, self._key = name, address, model, key
        self._inside = {urlsplit(address).netloc.rpartition("@")[2].lower()}
        self._left_alone_until = 0.0

    @cached_property
    def low(self) -> float:
        """Asked once, with sentences that have nothing to do with each other."""
        places = self._asked(UNLIKE, SECONDS_FOR_A_QUESTION)
        return max(0.0, float(np.mean([places[one] @ places[other] for one, other in combinations(range(len(UNLIKE)), 2)])))

    def of_question(self, text: str) -> Floats:
        """Where a question stands."""
        if time.monotonic() < self._left_alone_until:
            raise NoAnswer
        try:
            place: Floats = self._asked([text], SECONDS_FOR_A_QUESTION)[0]
        except NoAnswer:
            self._left_alone_until = time.monotonic() + RESTS
            raise
        return place

    def of_texts(self, texts: Sequence[str]) -> Floats:
        """Where texts stand, a row for each."""
        return self._asked(texts, SECONDS_FOR_TEXTS)

    def _asked(self, texts: Sequence[str], seconds: float) -> Floats:
        body = json.dumps({"model": self._model, "input": [text[:LONGEST] or " " for text in texts], "encoding_format": "float"}).encode()
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {self._key}"} if self._key else {})
        try:
            answered = send(self._address, body, headers, inside=self._inside, seconds=seconds, most=MOST)
            return _read(json.loads(answered.body)["data"], len(texts))
        except (NotFetched, ValueError, KeyError, TypeError) as error:
            raise NoAnswer from error


def _read(data: Any, count: int) -> Floats:
    """The rows in the order of the texts, each of length 1. ValueError when they are not that."""
    in_order = sorted(data, key=lambda one: one.get("index", 0))
    rows = np.array([one["embedding"] for one in in_order], np.float32)
    length = np.linalg.norm(rows, axis=-1, keepdims=True)
    if rows.ndim != 2 or len(rows) != count or not np.isfinite(rows).all() or not length.all():
        raise ValueError("no places")
    whole: Floats = rows / length
    return whole
