"""How a place is kept and lies in memory: steps of 8 bits, and how large one is. What is near stays near (docs/operate/figures.md)."""

import numpy as np
from numpy.typing import NDArray

from junto.kit.meaning.weights import Floats

Small = NDArray[np.int8]
MOST = 127

__all__ = ["Floats", "Small", "pack", "unpack"]


def pack(place: Floats) -> bytes:
    """The bytes that are kept."""
    step = max(float(np.abs(place).max()), 1e-6) / MOST
    return np.float32(step).tobytes() + np.rint(place / step).astype(np.int8).tobytes()


def unpack(kept: bytes) -> tuple[float, Small]:
    """How large a step is, and the steps."""
    return float(np.frombuffer(kept, np.float32, 1)[0]), np.frombuffer(kept, np.int8, offset=4)
