"""Rows by the hundred thousand: what Django would write one batch at a time goes in by the database's own quickest way."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Model


def write(model: type[Model], rows: Iterable[dict[str, Any]]) -> None:
    """Writes rows that name their fields; what they leave out is as in a new row. Every row names the same fields."""
    rows = iter(rows)
    first = next(rows)
    usual = {field.attname: field.get_default() for field in model._meta.concrete_fields if not field.primary_key}
    usual = {name: json.dumps(value) if isinstance(value, dict | list) else value for name, value in usual.items()}
    names = [*dict.fromkeys([*first, *usual])]
    known = {field.attname: field.column for field in model._meta.concrete_fields}
    columns = ", ".join(f'"{known[name]}"' for name in names)
    _into(model._meta.db_table, columns, len(names), _values(first, rows, names, usual))
    _count_on(model)


def _values(first: dict[str, Any], rows: Iterator[dict[str, Any]], names: list[str], usual: dict[str, Any]) -> Iterator[list[Any]]:
    ready = _ready()
    usual = {name: ready(value) for name, value in usual.items()}
    for row in [first]:
        yield [ready(row.get(name, usual.get(name))) for name in names]
    for row in rows:
        yield [ready(row[name]) if name in row else usual[name] for name in names]


def _ready() -> Callable[[Any], Any]:
    """SQLite keeps moments as words."""
    if connection.vendor == "postgresql":
        return lambda value: value
    return lambda value: value.replace(tzinfo=None).isoformat(" ") if isinstance(value, datetime) else value


def _into(table: str, columns: str, width: int, values: Iterator[list[Any]]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f'COPY "{table}" ({columns}) FROM STDIN') as copy:
                for row in values:
                    copy.write_row(row)
        else:
            cursor.execute("PRAGMA cache_size = -400000")  # kilobytes: with the usual two megabytes it waits for its own indexes
            places = ", ".join("?" * width)
            connection.connection.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({places})', values)


def _count_on(model: type[Model]) -> None:
    """The numbers were given by us; the next ones come after them."""
    if connection.vendor == "postgresql":
        table, key = model._meta.db_table, model._meta.pk.column
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', '{key}'), (SELECT max({key}) FROM \"{table}\"))")
