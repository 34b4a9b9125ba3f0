"""Whether the database answers, asked plainly and before anything else, so that an operator reads one clear sentence."""

from typing import Any

from django.db import OperationalError, connection

from junto.config.env import WrongSetting

PATIENCE = 5


def reach_database() -> None:
    """Raises WrongSetting when the database cannot be used."""
    if connection.vendor == "postgresql":
        _reach_postgresql(connection.settings_dict)
    try:
        connection.ensure_connection()
    except OperationalError as error:
        raise WrongSetting(f"The database {connection.settings_dict['NAME']} cannot be opened ({error}).") from error


def _reach_postgresql(settings: dict[str, Any]) -> None:
    """Asks without the pool: a pool waits for long and does not say why."""
    import psycopg  # here, for it takes a fifth of a second and SQLite needs none of it

    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    given = {name: settings[key] for name, key in names.items() if settings[key]}
    try:
        psycopg.connect(**given, connect_timeout=PATIENCE).close()
    except psycopg.OperationalError as error:
        reason = str(error).strip().splitlines()[-1]
        raise WrongSetting(f"PostgreSQL does not let us in: {reason}. Check that it runs and that DATABASE_URL is right.") from error
