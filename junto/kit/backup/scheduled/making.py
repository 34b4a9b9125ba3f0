"""Makes one backup into the folder, proves it, and writes down what came of it."""

import os
import time
from pathlib import Path

from django.db import DatabaseError

from junto.kit.backup.archive import BadBackup
from junto.kit.backup.keep import keep
from junto.kit.backup.proving import prove
from junto.kit.backup.scheduled.folder import BEGUN, WRITTEN, Taken, alone_in, find_room, sweep
from junto.kit.clock import now
from junto.kit.models import BackupMade
from junto.kit.privacy import erased


def make(folder: Path) -> BackupMade:
    """Makes it; a file gets its name only when it was proved, and old ones go only then.

    What went wrong is written down too, and raised. Two at once: the second raises Taken and writes nothing down.
    """
    began, clock = now(), time.monotonic()
    try:
        with alone_in(folder):
            found = _made(folder, folder / began.strftime(WRITTEN))
    except Taken:
        raise
    except (BadBackup, OSError, DatabaseError) as problem:
        BackupMade.note(made_at=began, seconds=time.monotonic() - clock, error=str(problem)[:500])
        raise
    return BackupMade.note(made_at=began, seconds=time.monotonic() - clock, verified_at=now(), **found)


def _made(folder: Path, path: Path) -> dict[str, object]:
    find_room(folder)
    begun = folder / f"{BEGUN}{path.name}"
    try:
        counts = keep(begun)
        prove(begun)
        os.replace(begun, path)
    finally:
        begun.unlink(missing_ok=True)
    sweep(folder)
    erased.copy_to(folder)
    files = counts.pop("files")
    return {"name": path.name, "bytes": path.stat().st_size, "rows": sum(counts.values()), "files": files}
