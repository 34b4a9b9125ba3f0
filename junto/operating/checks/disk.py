"""How much room there is where Junto keeps things."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

MB = 1_000_000
FULL, NARROW = 200 * MB, 1000 * MB
"""Bytes. Below the first nothing is safe to write any more; below the second it is time to make room."""


@dataclass(frozen=True)
class Room:
    """Bytes on the disk of the data folder."""

    free: int
    total: int

    @property
    def is_full(self) -> bool:
        return self.free < FULL

    @property
    def is_narrow(self) -> bool:
        return self.free < NARROW


def room() -> Room:
    """As it stands now."""
    found = shutil.disk_usage(settings.DATA)
    return Room(found.free, found.total)


def size_of(folder: Path) -> int:
    """Bytes of all files in a folder; what vanishes meanwhile counts nothing."""
    return sum(_size(path) for path in folder.rglob("*"))


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size if path.is_file() else 0
    except OSError:
        return 0
