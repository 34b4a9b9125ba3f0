"""Words carried by PostgreSQL (LISTEN and NOTIFY): every process holds two connections of its own, outside the pool."""

import time
from collections.abc import Iterator
from typing import Any

import psycopg

CHANNEL = "junto"
TICK, TOUCH = 0.5, 5.0
NAMES = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
SOON_KNOWN: dict[str, Any] = {"keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3, "tcp_user_timeout": 10_000}
"""A database whose machine went away says nothing; the kernel finds out in ten seconds."""


def connected(settings: dict[str, Any], patience: int) -> "psycopg.Connection[Any]":
    """A connection without the pool, which would wait for long and not say why. `settings`: Django's; raises psycopg.OperationalError."""
    given: dict[str, Any] = {name: settings[key] for name, key in NAMES.items() if settings[key]}
    return psycopg.connect(**given, **SOON_KNOWN, connect_timeout=patience, autocommit=True)


class PostgreSQL:
    """The database as carrier."""

    PATIENCE = 5
    failures: tuple[type[Exception], ...] = (psycopg.Error, OSError)

    def __init__(self, settings: dict[str, Any]) -> None:
        self._settings = settings
        self._mouth: psycopg.Connection[Any] | None = None
        self._me = 0

    def say(self, words: set[str]) -> None:
        """One statement for all words."""
        try:
            if self._mouth is None:
                self._mouth = connected(self._settings, self.PATIENCE)
                self._me = self._mouth.info.backend_pid
            self._mouth.execute("SELECT pg_notify(%s, word) FROM unnest(%s::text[]) word", [CHANNEL, sorted(words)])
        except psycopg.Error:
            if self._mouth:
                self._mouth.close()
            self._mouth = None
            raise

    def hear(self) -> Iterator[str]:
        """What others say. An idle connection is touched now and then, to know that it stands."""
        with connected(self._settings, self.PATIENCE) as ear:
            ear.execute(f"LISTEN {CHANNEL}")
            touched = time.monotonic()
            while True:
                yield ""
                yield from (notify.payload for notify in ear.notifies(timeout=TICK) if notify.pid != self._me)
                if time.monotonic() - touched > TOUCH:
                    ear.execute("SELECT 1")
                    touched = time.monotonic()
