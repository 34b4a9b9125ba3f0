"""A backup opened aside as an SQLite database, whatever it was made on: to be proved, or to go into another kind of database."""

import contextlib
import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Field, Model

from junto.kit.backup import rows, sqlite
from junto.kit.backup.archive import Reader
from junto.kit.backup.beside import beside, scratch

COPY_NOTHING = b"\\N"
ESCAPE = re.compile(rb"\\(.)")
ESCAPED = {b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}
READ: dict[str, Callable[[str], Any]] = {
    "BooleanField": lambda word: word == "t",
    "DateTimeField": datetime.fromisoformat,
    "JSONField": json.loads,
    "BinaryField": lambda word: bytes.fromhex(word.removeprefix("\\x")),
}


@contextlib.contextmanager
def unpacked(archive: Reader, aside: Path, only_rows: bool = False) -> Iterator[str]:
    """Gives the alias of the database, with the tables it had when the backup was made.

    `only_rows`: it was made by this very release and is only to be read, so tables will do, without what migrations add to them.
    """
    path = aside / sqlite.PART
    if archive.manifest["vendor"] == "sqlite":
        archive.copy(sqlite.PART, path)
        sqlite.check(path, archive.manifest["database"]["counts"])
    with beside(scratch(path)) as alias:
        if archive.manifest["vendor"] == "postgresql":
            _pour(archive, alias, _tables_of_today(alias) if only_rows else _tables_of_then(archive, alias))
        yield alias


def _tables_of_today(alias: str) -> list[type[Model]]:
    with connections[alias].schema_editor() as editor:
        for model in rows.all_tables():
            if not model._meta.auto_created:  # these come with the model they belong to
                editor.create_model(model)
    return rows.all_tables()


def _tables_of_then(archive: Reader, alias: str) -> list[type[Model]]:
    migrations = [(app, name) for app, name in archive.manifest["database"]["migrations"]]
    executor = MigrationExecutor(connections[alias])
    executor.migrate(migrations)
    return _models_of(executor, migrations)


def _pour(archive: Reader, alias: str, tables: list[type[Model]]) -> None:
    """Reads into these tables what COPY wrote."""
    kept = archive.manifest["database"]
    models = {model._meta.db_table: model for model in tables}
    with transaction.atomic(using=alias):
        rows.empty(alias, models.values())
        for table in models.keys() & kept["tables"].keys():
            with archive.open(f"tables/{table}") as part:
                rows.write(models[table], _read(part, models[table], kept["tables"][table]), alias)
        rows.set_sequences(alias, _by_table(kept["sequences"], models))


def _models_of(executor: MigrationExecutor, migrations: list[tuple[str, str]]) -> list[type[Model]]:
    """The models as they were after these migrations; after all there are, those of today."""
    if set(executor.loader.disk_migrations) <= set(migrations):
        return rows.all_tables()
    then = executor.loader.project_state(migrations).apps
    return [model for model in then.get_models(include_auto_created=True) if model._meta.managed]


def _by_table(numbers: dict[str, int], models: dict[str, type[Model]]) -> dict[str, int]:
    named = {rows.sequence_name(model): table for table, model in models.items()}
    return {named[name]: number for name, number in numbers.items() if name in named}


def _read(part: IO[bytes], model: type[Model], columns: list[str]) -> Iterator[rows.Row]:
    """Rows as COPY writes them, in the order of the model's fields. What no field stands for (words of the index) is left out."""
    places = [(columns.index(str(field.column)), reader_of(field)) for field in model._meta.concrete_fields]
    for line in part:
        words = line.rstrip(b"\n").split(b"\t")
        yield tuple(None if words[at] == COPY_NOTHING else read(plain(words[at])) for at, read in places)


def reader_of(field: "Field[Any, Any]") -> Callable[[str], Any]:
    """What makes a value of a word of COPY."""
    return READ.get(field.get_internal_type(), field.to_python)


def plain(word: bytes) -> str:
    """A word without the escapes of COPY."""
    if b"\\" in word:
        word = ESCAPE.sub(lambda found: ESCAPED.get(found[1], found[1]), word)
    return word.decode()
