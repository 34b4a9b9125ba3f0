"""How much there is, in bytes."""

from pathlib import Path
from typing import NamedTuple

from django.db import connection
from django.db.models import Sum

from junto.kit.models import File
from junto.operating.checks.disk import said_bytes


class Sizes(NamedTuple):
    """For eyes."""

    database: str
    files: str


def sizes() -> Sizes:
    """Now; two small queries."""
    return Sizes(said_bytes(database_bytes()), said_bytes(File.objects.aggregate(bytes=Sum("size"))["bytes"] or 0))


def database_bytes() -> int:
    """What the database takes on its disk."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            return int(cursor.fetchone()[0])
    path = str(connection.settings_dict["NAME"])
    return sum(file.stat().st_size for file in (Path(path), Path(f"{path}-wal")) if file.exists())
