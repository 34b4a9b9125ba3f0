"""Who carries the words: Redis when there is one, else PostgreSQL; on SQLite alone nobody does."""

import contextlib
from collections.abc import Iterator

from django.conf import settings
from django.db import connection
from django.utils.crypto import salted_hmac

from junto.kit.line.calling import Carrier, Line


def carrier() -> Carrier | None:
    """The carrier this Junto was given. Each is loaded here, for only one of them is needed."""
    if settings.REDIS_URL:
        from junto.kit.line.redis import Redis

        # A Redis may serve several houses; those who share the secret key are one.
        return Redis(settings.REDIS_URL, f"junto:{salted_hmac(__name__, 'channel').hexdigest()[:16]}")
    if connection.vendor == "postgresql":
        from junto.kit.line.postgresql import PostgreSQL

        return PostgreSQL(connection.settings_dict)
    return None


@contextlib.contextmanager
def held() -> Iterator[None]:
    """The line, for as long as the block runs."""
    found = carrier()
    if found is None:
        yield
        return
    line = Line(found)
    line.begin()
    try:
        yield
    finally:
        line.end()
