"""A data folder and a database that exist for one run only, and the run in a process of its own, because settings are read once."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit, urlunsplit

ASIDE = "JUNTO_BENCH_ASIDE"


def is_aside() -> bool:
    """Whether this process works on a database of its own already."""
    return bool(os.environ.get(ASIDE))


def run_aside(name: str, options: dict[str, str]) -> dict[str, Any]:
    """Runs this benchmark there: on a SQLite file or, with DATABASE_URL, in a new database on that server, dropped at the end."""
    with _aside() as environment:
        words = [f"{key}={value}" for key, value in options.items()]
        command = [sys.executable, "-m", "junto", "bench", name, *words, "--json"]
        done = subprocess.run(command, env={**os.environ, **environment, ASIDE: "1"}, stdout=subprocess.PIPE, text=True, check=True)
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))


@contextlib.contextmanager
def _aside() -> Iterator[dict[str, str]]:
    with tempfile.TemporaryDirectory(prefix="junto-bench-") as folder:
        given = os.environ.get("DATABASE_URL", "")
        if not given.startswith("postgres"):
            yield {"JUNTO_DATA": folder, "DATABASE_URL": ""}
            return
        parts, name = urlsplit(given), f"junto_bench_{os.getpid()}"
        with _own_database(given, name):
            yield {"JUNTO_DATA": folder, "DATABASE_URL": urlunsplit(parts._replace(path=f"/{name}"))}


@contextlib.contextmanager
def _own_database(url: str, name: str) -> Iterator[None]:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
