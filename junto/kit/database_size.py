"""What the database takes on its disk."""

from pathlib import Path

from django.db import connection


def database_bytes() -> int:
    """With what waits to be written into its file; on PostgreSQL one query."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            return int(cursor.fetchone()[0])
    path = str(connection.settings_dict["NAME"])
    return sum(file.stat().st_size for file in (Path(path), Path(f"{path}-wal")) if file.exists())
