"""The numbers a model consists of, looked into where they lie in a file of the format safetensors.

They are mapped, not read: what nobody needs never comes into memory (half of a model are words nobody writes), and the processes of
one machine share the rest.
"""

import hashlib
import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class NotTheModel(Exception):
    """A file is not the one that was published."""


def proved(path: Path, sha256: str) -> Path:
    """The path, when the file is what it should be. Raises NotTheModel, and OSError when there is none."""
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
            raise NotTheModel(path.name)
    return path


def mapped(path: Path) -> dict[str, Floats]:
    """Every tensor of 32-bit numbers by its name."""
    with path.open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        described: dict[str, Any] = json.loads(file.read(length))
    numbers = np.memmap(path, np.uint8, "r", 8 + length)
    return {name: _tensor(numbers, one) for name, one in described.items() if one.get("dtype") == "F32"}


def _tensor(numbers: Any, described: dict[str, Any]) -> Floats:
    start, end = described["data_offsets"]
    tensor: Floats = numbers[start:end].view(np.float32).reshape(described["shape"])
    return tensor
