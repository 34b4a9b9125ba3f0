"""Whether the database answers and stands as this release expects it."""

from functools import lru_cache

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


def pending() -> set[tuple[str, str]]:
    """Migrations of this release that have not run. A database that is newer (a release being rolled out) is no trouble."""
    return set(_known()) - set(MigrationRecorder(connection).applied_migrations())


@lru_cache(maxsize=1)
def _known() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None).disk_migrations)
