"""The embedded database in a backup: an exact copy of its file, taken in one step while others read and write."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import connection

from junto.kit.backup.archive import BadBackup, Reader, Writer, chunks_of
from junto.kit.backup.beside import beside, scratch
from junto.kit.backup.rows import sums

PART = "database.sqlite3"
# Without those that are parts of a search index ("virtual" and "shadow").
TABLES = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"


def keep(archive: Writer, aside: Path) -> dict[str, Any]:
    """Adds the database as it is at one moment; gives what the manifest says of it."""
    copy = aside / PART
    connection.ensure_connection()
    with _opened(copy) as target:
        connection.connection.backup(target)
        described = {"counts": _counts(target), "migrations": _migrations(target)}
    with copy.open("rb") as file:
        archive.add(PART, chunks_of(file))
    with beside(scratch(copy)) as alias:
        return {**described, "sums": sums(alias)}


def restore(archive: Reader, aside: Path) -> None:
    """Puts the copy in the place of the database, in one transaction of SQLite's own: it happens whole or not at all."""
    copy = aside / PART
    archive.copy(PART, copy)
    check(copy, archive.manifest["database"]["counts"])
    put(copy)


def put(copy: Path) -> None:
    """Puts this database in the place of the one in use."""
    with _opened(copy) as source:
        connection.ensure_connection()
        source.backup(connection.connection)
    connection.close()


def check(copy: Path, counts: dict[str, int]) -> None:
    """Raises BadBackup when the file is damaged or holds anything else than it should."""
    with _opened(copy) as source:
        _check(source, counts)


def _check(source: sqlite3.Connection, counts: dict[str, int]) -> None:
    [verdict] = source.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise BadBackup(f"its database is damaged ({verdict})")
    if source.execute("PRAGMA foreign_key_check").fetchone():
        raise BadBackup("its database refers to rows that it does not hold")
    if _counts(source) != counts:
        raise BadBackup("its database does not hold what the manifest says")


def _counts(source: sqlite3.Connection) -> dict[str, int]:
    names = [name for (name,) in source.execute(TABLES)]
    return {name: source.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def _migrations(source: sqlite3.Connection) -> list[list[str]]:
    return [list(row) for row in source.execute("SELECT app, name FROM django_migrations ORDER BY id")]


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(path)) as opened:
        yield opened
