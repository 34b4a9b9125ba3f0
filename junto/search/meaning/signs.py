"""On which side of the middle a place lies in each of its directions, one bit for each direction.

Places that lie near each other differ in few of these bits, and counting bits takes a tenth of the time that comparing places takes:
who looks for what is near compares only what differs least. How much of what is nearest is found is measured in docs/operate/figures.md.
"""

import numpy as np
from numpy.typing import NDArray

from junto.kit.meaning.kept import Floats

Bits = NDArray[np.uint64]
WORD = 64


def words(width: int) -> int:
    """So many words of bits hold a place of that many numbers."""
    return -(-width // WORD)


def signs(beside: Floats) -> Bits:
    """The bits of places as they lie beside the middle: a column for each place."""
    packed = np.packbits(beside > 0, axis=-1)
    whole = np.zeros((*packed.shape[:-1], words(beside.shape[-1]) * WORD // 8), np.uint8)
    whole[..., : packed.shape[-1]] = packed
    return whole.view(np.uint64).T


def least_different(every: Bits, one: Bits, most: int) -> NDArray[np.int64]:
    """The columns that differ least from one place; `most`, or a few more where several differ as much."""
    count = every.shape[1]
    different, bits, counted = np.zeros(count, np.uint16), np.empty(count, np.uint64), np.empty(count, np.uint8)
    for row, word in zip(every, one, strict=True):
        np.bitwise_xor(row, word, out=bits)
        different += np.bitwise_count(bits, out=counted)
    within = np.cumsum(np.bincount(different))
    return np.flatnonzero(different <= np.searchsorted(within, min(most, count)))
