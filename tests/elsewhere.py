"""Another Junto, aside: a data folder and a database of its own, reached only by its commands."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connection

HOUSE = Path(__file__).resolve().parent.parent
NAME = "junto_elsewhere"


@dataclass
class Elsewhere:
    """Its folder, and the environment its commands run in."""

    folder: Path
    environment: dict[str, str]

    def junto(self, *words: object, **environment: str) -> subprocess.CompletedProcess[str]:
        """Runs one command there."""
        command = [sys.executable, "-m", "junto", *map(str, words)]
        surroundings = {**self.environment, **environment}
        return subprocess.run(command, cwd=HOUSE, env=surroundings, capture_output=True, text=True, timeout=120)

    @contextlib.contextmanager
    def serving(self, *words: str) -> Iterator[str]:
        """Serves on a free port until the block ends; gives the address it tells."""
        command = [sys.executable, "-m", "junto", "serve", "--port", "0", *words]
        with subprocess.Popen(command, cwd=HOUSE, env=self.environment, stdout=subprocess.PIPE, text=True) as server:
            try:
                assert server.stdout is not None
                yield server.stdout.readline().rpartition(" ")[2].strip()
            finally:
                server.terminate()
                assert server.wait(30) == 0, "told to stop, it did not end well"


@pytest.fixture
def elsewhere(tmp_path: Path, transactional_db: None) -> Iterator[Elsewhere]:
    """A Junto that was never started, on the same kind of database as the tests."""
    with _made(tmp_path / "elsewhere", template="template0") as made:
        yield made


@pytest.fixture
def settled(tmp_path: Path, transactional_db: None) -> Iterator[Elsewhere]:
    """One that was started before: all tables stand, with nothing in them. To make them anew would take seconds."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(folder / "junto.sqlite3")])
    with _made(folder, template=str(connection.settings_dict["NAME"])) as made:
        yield made


@contextlib.contextmanager
def _made(folder: Path, template: str) -> Iterator[Elsewhere]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUNTO_", "DATABASE_"))}
    environment = {**kept, "JUNTO_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "junto.config.settings"}
    if connection.vendor == "sqlite":
        yield Elsewhere(folder, environment)
        return
    _make_database(template)
    yield Elsewhere(folder, {**environment, "DATABASE_URL": _url()})
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE {_name()} WITH (FORCE)")


def _name() -> str:
    return f"{NAME}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"


def _make_database(template: str) -> None:
    """Asked for from beside, because nobody may be at the database that is copied."""
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [template])
        cursor.execute(f"DROP DATABASE IF EXISTS {_name()} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {_name()} TEMPLATE {template}")


def _url() -> str:
    given = connection.settings_dict
    port = f":{given['PORT']}" if given["PORT"] else ""
    host = "" if given["HOST"].startswith("/") else f"{given['HOST']}{port}"
    return f"postgresql://{given['USER']}:{given['PASSWORD']}@{host}/{_name()}?host={given['HOST']}"
