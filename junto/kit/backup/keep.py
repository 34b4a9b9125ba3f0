"""Makes a backup: one moment of the database, and the uploads it speaks of."""

import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from junto.kit.backup import postgresql, sqlite, uploads
from junto.kit.backup.archive import writing
from junto.kit.clock import now
from junto.kit.privacy import erased

DATABASES: dict[str, Any] = {"sqlite": sqlite, "postgresql": postgresql}


def keep(path: Path) -> dict[str, int]:
    """Writes the backup, while people read and write. Says how many rows of each table it holds, and how many files."""
    with writing(path) as archive, tempfile.TemporaryDirectory(dir=path.parent, prefix=".junto-backup-") as aside:
        began = now()
        uploads.keep(archive)
        database = DATABASES[connection.vendor].keep(archive, Path(aside))
        uploads.keep(archive)
        archive.add(erased.NAME, (f"{line}\n".encode() for line in erased.here()))
        archive.close({"junto": settings.VERSION, "made_at": began.isoformat(), "vendor": connection.vendor, "database": database})
    return {**database["counts"], "files": uploads.number_in(archive)}
