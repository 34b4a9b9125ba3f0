"""How much there is, in bytes."""

from typing import NamedTuple

from django.db.models import Sum

from junto.kit.database_size import database_bytes
from junto.kit.models import File
from junto.operating.checks.disk import said_bytes


class Sizes(NamedTuple):
    """For eyes."""

    database: str
    files: str


def sizes() -> Sizes:
    """Now; two small queries."""
    return Sizes(said_bytes(database_bytes()), said_bytes(File.objects.aggregate(bytes=Sum("size"))["bytes"] or 0))
