"""Whether the database and Redis answer, asked plainly and before anything else, so that an operator reads one clear sentence."""

import logging
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings as chosen
from django.db import OperationalError, connection

from junto.config.env import WrongSetting

PATIENCE = 5
log = logging.getLogger(__name__)


def reach_database() -> None:
    """Raises WrongSetting when the database cannot be used."""
    if connection.vendor == "postgresql":
        _reach_postgresql(connection.settings_dict)
    try:
        connection.ensure_connection()
    except OperationalError as error:
        raise WrongSetting(f"The database {connection.settings_dict['NAME']} cannot be opened ({error}).") from error


def _reach_postgresql(settings: dict[str, Any]) -> None:
    import psycopg  # here, for it takes a fifth of a second and SQLite needs none of it

    from junto.kit.line.postgresql import connected

    try:
        connected(settings, PATIENCE).close()
    except psycopg.OperationalError as error:
        reason = " ".join(str(error).split()).rstrip(".?")
        raise WrongSetting(f"PostgreSQL does not let us in: {reason}. Check that it runs and that DATABASE_URL is right.") from error


def reach_redis() -> None:
    """Raises WrongSetting when REDIS_URL leads to what will never carry words. One that is only away is told of: Junto does without."""
    if not chosen.REDIS_URL:
        return
    import redis

    from junto.kit.line.redis import AWAY, connected

    place = urlsplit(chosen.REDIS_URL).netloc.rpartition("@")[2]
    try:
        connected(chosen.REDIS_URL).ping()
    except redis.AuthenticationError as error:
        raise WrongSetting(f"Redis at {place} does not let us in ({error}). Check name and password in REDIS_URL.") from error
    except AWAY as error:
        log.warning("Redis at %s does not answer (%s). Until it does, open pages hear of what happens within a second.", place, error)
    except redis.RedisError as error:
        raise WrongSetting(f"What REDIS_URL names, {place}, is no Redis or Valkey that can be used ({error}).") from error
