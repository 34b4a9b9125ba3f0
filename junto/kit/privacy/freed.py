"""Bytes of what was deleted. The embedded database overwrites them (`secure_delete`), but its journal still holds pages as they were."""

from django.db import connection

from junto.kit.facts import Fact
from junto.kit.work import outreach


@outreach
def empty_journal(fact: Fact | None = None) -> None:
    """Writes the journal into the database file and cuts it off. Where somebody reads or writes just then, the next night does."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
