"""Lets one transaction at a time through a named gate."""

import zlib

from django.db import connection


def one_at_a_time(gate: str) -> None:
    """Waits until no other transaction holds the gate and holds it until this one ends. SQLite lets one writer in at a time anyway."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [zlib.crc32(gate.encode())])
