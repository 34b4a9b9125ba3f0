"""Where the middle of all places is. Texts of one house are alike in what all of them are about; what sets them apart shows beside it."""

from dataclasses import dataclass

import numpy as np

from junto.kit.meaning.kept import Floats

FEWEST = 1000
"""Of fewer places the middle says little, and one text that came or went would move it: nobody may notice what they may not see."""
GROWN = 2
"""So many times as many places as before, and it is looked for anew."""


@dataclass(frozen=True, slots=True)
class Middle:
    """The middle of all places; nought while it is not known."""

    place: Floats
    places: int = 0

    def is_outgrown(self, count: int) -> bool:
        """Whether it should be looked for anew, now that there are so many places."""
        return count >= max(FEWEST, GROWN * self.places)

    def turned(self, cosines: Floats, towards: Floats, place: Floats) -> Floats:
        """The cosines as they are seen from the middle: of places, whose cosines with the middle are `towards`, with one place."""
        square, toward = float(self.place @ self.place), float(self.place @ place)
        lengths = np.sqrt(np.maximum((1 + square - 2 * towards) * (1 + square - 2 * toward), np.float32(1e-6)))
        result: Floats = (cosines - towards + np.float32(square - toward)) / lengths
        return result

    def low(self, low: float) -> float:
        """The cosine of texts that have nothing to do with each other: nought from the middle, because they only share what all do."""
        return 0.0 if self.places else low
