"""The files people uploaded, in a backup."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from junto.kit.backup.archive import Reader, Writer, chunks_of

PREFIX = "uploads/"


def keep(archive: Writer) -> int:
    """Adds every file, as it is: most are squeezed already. Says how many.

    Goes after the database: a file is written before the row that names it, so none is missed.
    """
    folder, number = Path(settings.MEDIA_ROOT), 0
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        # Whoever takes a file away meanwhile also took its row away.
        with contextlib.suppress(FileNotFoundError), path.open("rb") as file:
            archive.add(PREFIX + path.relative_to(folder).as_posix(), chunks_of(file), squeezed=False)
            number += 1
    return number


@contextlib.contextmanager
def restoring(archive: Reader) -> Iterator[None]:
    """Writes the files aside, lets the block do its part, and only then puts them in the place of the old ones."""
    folder = Path(settings.MEDIA_ROOT)
    aside, before = folder.with_name(f"{folder.name}.restoring"), folder.with_name(f"{folder.name}.before")
    _clear(aside, before)
    try:
        aside.mkdir(parents=True)
        for name in archive.manifest["parts"]:
            if name.startswith(PREFIX):
                archive.copy(name, _inside(aside, name.removeprefix(PREFIX)))
        yield
        if folder.exists():
            os.rename(folder, before)
        os.rename(aside, folder)
    finally:
        _clear(aside, before)


def _inside(folder: Path, name: str) -> Path:
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ValueError(f"{name} points outside")
    return path


def _clear(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
