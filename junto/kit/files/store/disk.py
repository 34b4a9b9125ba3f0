"""A folder as store: readable by the account Junto runs under and nobody else."""

import os
import secrets
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from junto.kit.files.store.base import CHUNK, Stored

COMING = ".coming"
"""Where things are written until they are whole."""


class Disk:
    """Files in a folder, spread over folders of two letters."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, name: str, content: IO[bytes]) -> None:
        """Written aside, brought to the disk, then put into its place in one step."""
        path, aside = self._path(name), self.folder / COMING / secrets.token_hex(16)
        _private(aside.parent)
        try:
            with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                shutil.copyfileobj(content, file, CHUNK)
                file.flush()
                os.fsync(file.fileno())
            self._move(aside, path)
        finally:
            aside.unlink(missing_ok=True)

    def _move(self, aside: Path, path: Path) -> None:
        """A folder that was just emptied may be taken away between making it and moving into it."""
        for last in (False, True):
            _private(path.parent)
            try:
                return os.replace(aside, path)
            except FileNotFoundError:
                if last:
                    raise

    def read(self, name: str, start: int = 0, length: int | None = None) -> Iterator[bytes]:
        """The file is opened at once, and read when it is asked for."""
        file = self._path(name).open("rb")
        return _pieces(file, start, length)

    def delete(self, name: str) -> None:
        self._path(name).unlink(missing_ok=True)

    def clear(self, folder: str) -> None:
        """Also the folder above, when it was the last in it."""
        path = self._path(folder)
        shutil.rmtree(path, ignore_errors=True)
        if path.exists():
            raise OSError(f"{path} cannot be taken out")
        if path.parent != self.folder and path.parent.is_dir() and not any(path.parent.iterdir()):
            shutil.rmtree(path.parent, ignore_errors=True)

    def listed(self) -> Iterator[Stored]:
        """What is still being written is not listed."""
        for path in self.folder.rglob("*"):
            name = path.relative_to(self.folder).as_posix()
            if not name.startswith(f"{COMING}/") and path.is_file():
                yield Stored(name, datetime.fromtimestamp(path.stat().st_mtime, UTC))

    def forget_broken(self, before: datetime) -> None:
        """Takes out what a process that was killed had begun to write."""
        for path in (self.folder / COMING).glob("*"):
            if path.stat().st_mtime < before.timestamp():
                path.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        path = (self.folder / name).resolve()
        if not path.is_relative_to(self.folder.resolve()) or path == self.folder.resolve():
            raise ValueError(f"{name} points outside")
        return path


def _private(folder: Path) -> None:
    """Makes the folder and those above it, for our account alone."""
    for each in (*reversed(folder.parents), folder):
        if not each.exists():
            each.mkdir(mode=0o700, exist_ok=True)


def _pieces(file: IO[bytes], start: int, length: int | None) -> Iterator[bytes]:
    with file:
        file.seek(start)
        left = length
        while chunk := file.read(CHUNK if left is None else min(CHUNK, left)):
            left = None if left is None else left - len(chunk)
            yield chunk
