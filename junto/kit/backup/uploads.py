"""The files people uploaded, in a backup: out of a folder or a bucket, and back into either."""

import contextlib
from collections.abc import Iterator

from junto.kit.backup.archive import Reader, Writer
from junto.kit.files.store import store

PREFIX = "uploads/"


def keep(archive: Writer) -> None:
    """Adds every file that is not in the archive yet, as it is: most are squeezed already.

    It goes before the database and once more after it. A file is written before the row that names it, and leaves after its row:
    so none is missed that a row of the backup names, unless it came and went within that very moment.
    """
    for name in sorted(thing.name for thing in store().listed()):
        # Whoever takes a file away meanwhile took its row away before.
        with contextlib.suppress(FileNotFoundError):
            if PREFIX + name not in archive.parts:
                archive.add(PREFIX + name, store().read(name), squeezed=False)


def number_in(archive: Writer) -> int:
    """How many files the archive holds so far."""
    return sum(name.startswith(PREFIX) for name in archive.parts)


@contextlib.contextmanager
def restoring(archive: Reader) -> Iterator[None]:
    """Puts the files beside those that are there, lets the block do its part, and only then takes out the others.

    A name belongs to one content for ever, so nothing is lost when it is written once more. When the block fails, what was added goes.
    """
    kept = {name.removeprefix(PREFIX) for name in archive.manifest["parts"] if name.startswith(PREFIX)}
    before = {thing.name for thing in store().listed()}
    try:
        for name in sorted(kept):
            with archive.open(PREFIX + name) as part:
                store().put(name, part)
        yield
    except BaseException:
        _take_out(kept - before)
        raise
    _take_out(before - kept)


def _take_out(names: set[str]) -> None:
    for name in sorted(names):
        store().delete(name)
