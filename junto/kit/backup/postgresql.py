"""PostgreSQL in a backup: every table as COPY writes it, all seen at one moment; no program of PostgreSQL is needed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from junto.kit.backup.archive import BadBackup, Reader, Writer, chunks_of
from junto.kit.backup.rows import sums

COLUMNS = """
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = current_schema() AND is_generated = 'NEVER' ORDER BY table_name, ordinal_position
"""
SEQUENCES = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema() AND last_value IS NOT NULL"


def keep(archive: Writer, aside: Path) -> dict[str, Any]:
    """Adds every table as it is at one moment; gives what the manifest says of them."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        tables = _tables(cursor)
        for table, columns in tables.items():
            archive.add(_part(table), _rows(cursor, table, columns))
        return {
            "tables": tables,
            "counts": {table: _count(cursor, table) for table in tables},
            "sums": sums(DEFAULT_DB_ALIAS),
            "sequences": dict(_all(cursor, SEQUENCES)),
            "migrations": [list(row) for row in _all(cursor, "SELECT app, name FROM django_migrations ORDER BY id")],
        }


def restore(archive: Reader, aside: Path) -> None:
    """Replaces everything in one transaction: it happens whole or not at all."""
    kept = archive.manifest["database"]
    with transaction.atomic(), connection.cursor() as cursor:
        _bring_schema_to([(app, name) for app, name in kept["migrations"]])
        # Migrations leave checks pending, which TRUNCATE refuses, and set some to be made at once, which tables in any order cannot bear.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        _empty(cursor)
        for table, columns in kept["tables"].items():
            _load(cursor, archive, table, columns)
            if _count(cursor, table) != kept["counts"][table]:
                raise BadBackup(f"its table {table} does not hold what the manifest says")
        for sequence, value in kept["sequences"].items():
            cursor.execute("SELECT setval(%s::regclass, %s)", [_quoted(sequence), value])


def _bring_schema_to(migrations: list[tuple[str, str]]) -> None:
    """Makes the tables what they were when the backup was made; newer migrations run afterwards, on the restored rows."""
    executor = MigrationExecutor(connection)
    if set(executor.loader.applied_migrations) == set(migrations):
        return
    with connection.cursor() as cursor:
        cursor.execute("DROP OWNED BY CURRENT_USER CASCADE")
    executor = MigrationExecutor(connection)
    executor.migrate(migrations)


def _empty(cursor: Any) -> None:
    tables = ", ".join(_quoted(table) for table in _tables(cursor))
    cursor.execute(f"TRUNCATE {tables} CASCADE")


def _load(cursor: Any, archive: Reader, table: str, columns: list[str]) -> None:
    with cursor.copy(f"COPY {_quoted(table)} ({_list(columns)}) FROM STDIN") as copy, archive.open(_part(table)) as part:
        for chunk in chunks_of(part):
            copy.write(chunk)


def _rows(cursor: Any, table: str, columns: list[str]) -> Iterator[memoryview]:
    with cursor.copy(f"COPY {_quoted(table)} ({_list(columns)}) TO STDOUT") as copy:
        yield from copy


def _tables(cursor: Any) -> dict[str, list[str]]:
    known = set(connection.introspection.table_names(cursor))
    tables: dict[str, list[str]] = {}
    for table, column in _all(cursor, COLUMNS):
        if table in known:
            tables.setdefault(table, []).append(column)
    return tables


def _count(cursor: Any, table: str) -> int:
    return int(_all(cursor, f"SELECT count(*) FROM {_quoted(table)}")[0][0])


def _all(cursor: Any, query: str) -> list[Any]:
    cursor.execute(query)
    return list(cursor.fetchall())


def _part(table: str) -> str:
    return f"tables/{table}"


def _list(columns: list[str]) -> str:
    return ", ".join(_quoted(column) for column in columns)


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
