"""Brings a backup back. Everything is checked first; then the database and the uploads change together."""

import tempfile
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.migrations.loader import MigrationLoader

from junto.kit.backup import rows, sqlite, uploads
from junto.kit.backup.archive import BadBackup, Reader, reading
from junto.kit.backup.beside import bring_up_to_date
from junto.kit.backup.keep import DATABASES
from junto.kit.backup.unpacked import unpacked
from junto.kit.privacy import erased


class Brought(NamedTuple):
    """What is left to do after a backup was brought back and newer migrations have run."""

    crossed: bool
    """It came from the other kind of database, so the words index has to be written anew."""
    left: list[str]
    """Marks of whoever is known to have left for good: `erased.erase_again` wants them."""


def restore(path: Path, replace: bool = False) -> Brought:
    """Brings back what the file holds; raises BadBackup, with nothing changed, when it cannot be done.

    `replace`: also into a Junto in which somebody has an account; everything it holds is gone then.
    """
    with reading(path) as archive:
        _fits_here(archive)
        if somebody_is_here() and not replace:
            raise BadBackup("this Junto holds something already; --replace would throw it away")
        crosses = bool(archive.manifest["vendor"] != connection.vendor)
        with uploads.restoring(archive), tempfile.TemporaryDirectory(dir=settings.DATA, prefix=".junto-restore-") as aside:
            bring_back = _bring_across if crosses else DATABASES[connection.vendor].restore
            bring_back(archive, Path(aside))
        return Brought(crosses, [*erased.here(), *erased.beside(path.parent), *_lines_in(archive)])


def somebody_is_here(alias: str = DEFAULT_DB_ALIAS) -> bool:
    """Whether anybody has an account in that database, or came with an import."""
    people = get_user_model()
    if people._meta.db_table not in connections[alias].introspection.table_names():
        return False
    return bool(people._base_manager.using(alias).exists())


def _bring_across(archive: Reader, aside: Path) -> None:
    """From the other kind of database: brought up to date aside, then carried over table by table, or put in place as a whole."""
    with unpacked(archive, aside) as kept:
        bring_up_to_date(kept)
        if connection.vendor == "postgresql":
            bring_up_to_date(DEFAULT_DB_ALIAS)
            rows.copy(kept, DEFAULT_DB_ALIAS)
            return
    sqlite.put(aside / sqlite.PART)


def _lines_in(archive: Reader) -> list[str]:
    return archive.open(erased.NAME).read().decode().splitlines() if archive.size_of(erased.NAME) else []


def _fits_here(archive: Reader) -> None:
    known = set(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)
    newer = [name for name in archive.manifest["database"]["migrations"] if tuple(name) not in known]
    if newer:
        raise BadBackup(f"it comes from a newer Junto (version {archive.manifest['junto']}); bring this one up to date first")
