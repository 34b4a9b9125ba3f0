"""What a model can do, whichever it is."""

from collections.abc import Sequence
from typing import Protocol

from junto.kit.meaning.weights import Floats


class Model(Protocol):
    """Puts texts into places."""

    @property
    def name(self) -> str:
        """Places of one name can be compared, others cannot."""

    @property
    def low(self) -> float:
        """The cosine of texts that have nothing to do with each other."""

    def __hash__(self) -> int: ...

    def of_question(self, text: str) -> Floats:
        """Where a question stands: numbers, of length 1. Raises NoAnswer where others are asked for it and do not answer."""

    def of_texts(self, texts: Sequence[str]) -> Floats:
        """Where texts stand that may answer, a row for each; raises NoAnswer as well."""


class NoAnswer(Exception):
    """A machine that is asked for places does not give them."""
