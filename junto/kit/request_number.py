"""The number of the request that is being answered. It stands in every line of the log that the request causes, and on error pages."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

IN_ENVIRON = "junto.request_number"
"""Where the server puts it, when a trusted proxy gave one."""
_number: ContextVar[str] = ContextVar("request_number", default="")


@contextmanager
def numbered(given: str = "") -> Iterator[str]:
    """Answers one request under this number, or under a new one."""
    number = given or secrets.token_hex(6)
    before = _number.set(number)
    try:
        yield number
    finally:
        _number.reset(before)


def request_number() -> str:
    """The number; empty outside a request."""
    return _number.get()
