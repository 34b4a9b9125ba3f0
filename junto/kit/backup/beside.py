"""Another database beside the one in use, for as long as it is needed."""

import contextlib
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor

_number = count(1)


@contextlib.contextmanager
def beside(settings: dict[str, Any]) -> Iterator[str]:
    """Opens the database these settings describe, at once; gives the alias under which Django reaches it."""
    alias = f"beside-{next(_number)}"
    known = connections.configure_settings({DEFAULT_DB_ALIAS: {}, alias: settings})
    connections.settings[alias] = known[alias]
    try:
        with connections[alias].wrap_database_errors:
            connections[alias].connect()
        yield alias
    finally:
        connections[alias].close()
        close_pool = getattr(connections[alias], "close_pool", lambda: None)
        close_pool()
        del connections[alias]
        del connections.settings[alias]


def scratch(path: Path) -> dict[str, Any]:
    """Settings of an SQLite database that need not survive anything."""
    quickly = "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF;"
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": path, "OPTIONS": {"init_command": quickly}}


def bring_up_to_date(alias: str) -> None:
    """Runs the migrations that this release knows and that database does not. Asking first is three times quicker than Django's command."""
    executor = MigrationExecutor(connections[alias])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", database=alias, verbosity=0, interactive=False)
