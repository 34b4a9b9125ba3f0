"""The files people uploaded, in a backup: out of a folder or a bucket, and back into either."""

import contextlib
from collections.abc import Iterator

from junto.kit.backup.archive import Reader, Writer
from junto.kit.files.store import store

PREFIX = "uploads/"


def keep(archive: Writer) -> int:
    """Adds every file, as it is: most are squeezed already. Says how many.

    Goes after the database: a file is written before the row that names it, so none is missed.
    """
    number = 0
    for name in sorted(thing.name for thing in store().listed()):
        # Whoever takes a file away meanwhile also took its row away.
        with contextlib.suppress(FileNotFoundError):
            archive.add(PREFIX + name, store().read(name), squeezed=False)
            number += 1
    return number


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
