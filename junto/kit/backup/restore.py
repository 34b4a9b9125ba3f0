"""Brings a backup back. Everything is checked first; then the database and the uploads change together."""

import tempfile
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from junto.kit.backup import uploads
from junto.kit.backup.archive import BadBackup, Reader, reading
from junto.kit.backup.keep import DATABASES

NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def restore(path: Path, replace: bool = False) -> None:
    """Brings back what the file holds; raises BadBackup, with nothing changed, when it cannot be done.

    `replace`: also into a Junto in which somebody has an account; everything it holds is gone then.
    """
    with reading(path) as archive:
        _fits_here(archive)
        if somebody_is_here() and not replace:
            raise BadBackup("this Junto holds something already; --replace would throw it away")
        with uploads.restoring(archive), tempfile.TemporaryDirectory(dir=settings.DATA, prefix=".junto-restore-") as aside:
            DATABASES[connection.vendor].restore(archive, Path(aside))


def somebody_is_here() -> bool:
    """Whether anybody has an account, or came with an import."""
    people = get_user_model()
    if people._meta.db_table not in connection.introspection.table_names():
        return False
    return bool(people._base_manager.exists())


def _fits_here(archive: Reader) -> None:
    made_on = archive.manifest["vendor"]
    if made_on != connection.vendor:
        raise BadBackup(f"it was made on {NAMES[made_on]}, and this Junto keeps its data in {NAMES[connection.vendor]}")
    known = set(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)
    newer = [name for name in archive.manifest["database"]["migrations"] if tuple(name) not in known]
    if newer:
        raise BadBackup(f"it comes from a newer Junto (version {archive.manifest['junto']}); bring this one up to date first")
