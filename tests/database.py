"""A test that commits leaves an empty database behind, in the quickest way there is."""

from collections.abc import Sequence
from typing import Any

import pytest
from django.contrib.auth.management import create_permissions
from django.contrib.contenttypes.management import create_contenttypes
from django.db import connection
from django.db.models.signals import post_migrate

FEW = 500


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    """The database, made once. What the framework would write into it after each test (names of tables, permissions) nobody asks for."""
    post_migrate.disconnect(create_permissions, dispatch_uid="django.contrib.auth.management.create_permissions")
    post_migrate.disconnect(create_contenttypes)
    if connection.vendor == "postgresql":
        connection.ops.sql_flush = empty  # type: ignore[method-assign]


def empty(style: Any, tables: Sequence[str], *, reset_sequences: bool = False, allow_cascade: bool = False) -> list[str]:
    """What empties these tables: PostgreSQL makes new files for each that is truncated, also where there is nothing in it."""
    whole = type(connection.ops).sql_flush(connection.ops, style, tables, reset_sequences=reset_sequences, allow_cascade=allow_cascade)
    counts = rows_in(tables)
    if reset_sequences or max(counts.values(), default=0) > FEW:
        return whole
    return [f"DELETE FROM {connection.ops.quote_name(table)}" for table, rows in counts.items() if rows]


def rows_in(tables: Sequence[str]) -> dict[str, int]:
    """How many rows stand in each, counted a little further than a few."""
    if not tables:
        return {}
    quoted = {table: connection.ops.quote_name(table) for table in tables}
    counting = (f"SELECT '{table}', count(*) FROM (SELECT 1 FROM {name} LIMIT {FEW + 1}) AS seen" for table, name in quoted.items())
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(counting))
        return dict(cursor.fetchall())
