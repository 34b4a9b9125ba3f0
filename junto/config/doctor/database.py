"""The database: which, whether it is whole, whether it stands as this release expects it."""

from collections.abc import Iterator

from django.db import DatabaseError, connection

from junto.operating.checks import database
from junto.operating.finding import Finding, bad, look, well

TITLE = "Database"
RESTORE = "Stop Junto and bring the last backup back: python3 start.py restore FILE --replace."
OLDEST_POSTGRESQL, OLDEST_SQLITE = (15, 0), (3, 35)


def examine() -> Iterator[Finding]:
    """Release, encoding, integrity, migrations."""
    yield from (_postgresql if connection.vendor == "postgresql" else _sqlite)()
    missing = len(database.pending())
    if missing:
        yield bad("migrations", "Migrations", f"{missing} have not run.", "Start Junto anew: it brings the database up to date.")
    else:
        yield well("migrations", "Migrations", "All have run.")


def _sqlite() -> Iterator[Finding]:
    if connection.get_database_version() < OLDEST_SQLITE:
        yield bad("database", TITLE, f"SQLite {_version()} is too old.", "Use a Python that brings SQLite 3.35 or newer.")
        return
    try:
        said = [row[0] for row in _rows("PRAGMA integrity_check(3)")]
        astray = _rows("PRAGMA foreign_key_check") if said == ["ok"] else []
    except DatabaseError as error:
        said, astray = [str(error)], []
    if said != ["ok"]:
        yield bad("database", TITLE, f"The file of the database is damaged: {said[0]}.", RESTORE)
    elif astray:
        tables = ", ".join(sorted({str(row[0]) for row in astray}))
        yield bad("database", TITLE, f"{len(astray)} rows point to rows that are not there ({tables}).", RESTORE)
    else:
        yield well("database", TITLE, f"SQLite {_version()}; the file is whole and every row points to one that is there.")


def _postgresql() -> Iterator[Finding]:
    [[encoding, recorded, actual]] = _rows(
        "SELECT pg_encoding_to_char(encoding), datcollversion, pg_database_collation_actual_version(oid)"
        " FROM pg_database WHERE datname = current_database()"
    )
    if connection.get_database_version() < OLDEST_POSTGRESQL:
        yield bad("database", TITLE, f"PostgreSQL {_version()} is too old.", "Move to PostgreSQL 15 or newer.")
    elif encoding != "UTF8":
        yield bad("database", TITLE, f"Its encoding is {encoding}.", "Bring a backup back into a database with ENCODING 'UTF8'.")
    elif recorded != actual:
        says = f"The rules for sorting have changed since indexes were written ({recorded} is now {actual}): rows may not be found."
        yield look("database", TITLE, says, "As its owner: REINDEX DATABASE, then ALTER DATABASE … REFRESH COLLATION VERSION.")
    else:
        yield well("database", TITLE, f"PostgreSQL {_version()}, {encoding}.")


def _rows(statement: str) -> list[list[object]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return [list(row) for row in cursor.fetchall()]


def _version() -> str:
    return ".".join(map(str, connection.get_database_version()))
