"""The rows of all tables as every database tells them: read, summed, and written into another one."""

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from django.apps import apps
from django.db import connections, transaction
from django.db.models import Model, QuerySet

from junto.kit.backup.archive import BadBackup

AT_ONCE = 1000
LAST_NUMBERS = {
    "sqlite": "SELECT name, seq FROM sqlite_sequence",
    "postgresql": "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema() AND last_value IS NOT NULL",
}
Row = tuple[Any, ...]
Sums = dict[str, "Sum"]


class Sum(NamedTuple):
    """How many rows a table holds, and what they add up to: equal for equal rows, in whatever order and database."""

    rows: int
    digest: str


class Adding:
    """Adds up rows as they pass by."""

    def __init__(self) -> None:
        self._rows, self._total = 0, 0

    def passing(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The same rows."""
        for row in rows:
            line = json.dumps(row, default=_plain, sort_keys=True).encode()
            self._total += int.from_bytes(hashlib.blake2b(line, digest_size=16).digest())
            self._rows += 1
            yield row

    @property
    def sum(self) -> Sum:
        """Of what passed by so far."""
        return Sum(self._rows, f"{self._total % (1 << 128):032x}")


def tables() -> list[type[Model]]:
    """Every table that is carried. The index of words is not: it is written anew from the others (`made_anew`)."""
    return [model for model in all_tables() if not getattr(model, "made_anew", False)]


def all_tables() -> list[type[Model]]:
    """Every table this release keeps something in."""
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.managed and not model._meta.proxy]


def sums(alias: str) -> Sums:
    """Of every table of that database, which must be up to date."""
    return {model._meta.db_table: sum_of(model, alias) for model in tables()}


def sum_of(model: type[Model], alias: str, upto: int | None = None) -> Sum:
    """Of one table; `upto`: of its rows up to that number."""
    adding = Adding()
    for _ in adding.passing(read(model, alias, upto)):
        pass
    return adding.sum


def read(model: type[Model], alias: str, upto: int | None = None) -> Iterator[Row]:
    """All rows, as values of Python; `upto`: those up to that number."""
    names = [field.attname for field in model._meta.concrete_fields]
    rows: QuerySet[Model] = QuerySet(model, using=alias)
    chosen = rows if upto is None else rows.filter(pk__lte=upto)
    return iter(chosen.order_by("pk").values_list(*names).iterator(chunk_size=AT_ONCE))


def copy(source: str, target: str, told: Callable[[str, Sum], None] = lambda table, sum_: None) -> Sums:
    """Replaces all rows of the target with those of the source, in one transaction, and finds them equal. Both must be up to date.

    `told` hears of each table that was carried over. Raises BadBackup, with nothing changed, when a table does not add up.
    """
    found: Sums = {}
    with transaction.atomic(using=source), transaction.atomic(using=target):
        empty(target, all_tables())
        for model in tables():
            table = model._meta.db_table
            found[table] = _carry(model, source, target)
            told(table, found[table])
        set_sequences(target, sequences(source))
    return found


def _carry(model: type[Model], source: str, target: str) -> Sum:
    adding = Adding()
    write(model, adding.passing(read(model, source)), target)
    if sum_of(model, target) != adding.sum:
        raise BadBackup(f"its table {model._meta.db_table} does not add up to the same in the other database")
    return adding.sum


def write(model: type[Model], rows: Iterable[Row], alias: str) -> None:
    """Adds rows to a table, just as they are."""
    connection, fields = connections[alias], model._meta.concrete_fields
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(str(field.column)) for field in fields)
    statement = f"INSERT INTO {quoted(model._meta.db_table)} ({columns}) VALUES ({', '.join(['%s'] * len(fields))})"
    ready = ([field.get_db_prep_save(value, connection) for field, value in zip(fields, row, strict=True)] for row in rows)
    with connection.cursor() as cursor:
        while batch := list(islice(ready, AT_ONCE)):
            cursor.executemany(statement, batch)


def empty(alias: str, models: Collection[type[Model]]) -> None:
    """Takes out every row of these tables. References are looked at when the transaction ends."""
    connection = connections[alias]
    names = [connection.ops.quote_name(model._meta.db_table) for model in models]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
            cursor.execute(f"TRUNCATE {', '.join(names)} CASCADE")
        else:
            for name in names:
                cursor.execute(f"DELETE FROM {name}")


def sequences(alias: str) -> dict[str, int]:
    """The highest number each table ever gave, also to rows that are gone: it must not be given again."""
    connection = connections[alias]
    with connection.cursor() as cursor:
        cursor.execute(LAST_NUMBERS[connection.vendor])
        last = dict(cursor.fetchall())
    named = {model._meta.db_table: sequence_name(model) for model in tables()}
    return {table: last[name] for table, name in named.items() if name in last} if connection.vendor == "postgresql" else last


def set_sequences(alias: str, numbers: dict[str, int]) -> None:
    """Has every table go on after these numbers."""
    connection = connections[alias]
    with connection.cursor() as cursor:
        for model in tables():
            table, number = model._meta.db_table, numbers.get(model._meta.db_table)
            if number and connection.vendor == "sqlite":
                cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
                cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, number])
            elif number and sequence_name(model):
                cursor.execute("SELECT setval(%s::regclass, %s)", [connection.ops.quote_name(sequence_name(model)), number])


def sequence_name(model: type[Model]) -> str:
    """As PostgreSQL names what counts the rows of a table; it cuts names at 63 letters, which none of ours has."""
    counted = model._meta.auto_field
    return f"{model._meta.db_table}_{counted.column}_seq" if counted else ""


def _plain(value: Any) -> str:
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else value.isoformat()
