from collections.abc import Iterator
from datetime import datetime
from typing import IO, NamedTuple, Protocol

CHUNK = 1 << 16


class Stored(NamedTuple):
    """One thing in the store: its name with slashes between, and when it was put there."""

    name: str
    at: datetime


class Store(Protocol):
    """Keeps bytes under names. What was put is there whole or not at all."""

    def put(self, name: str, content: IO[bytes]) -> None:
        """Keeps all that `content` gives, in the place of what had that name."""

    def read(self, name: str, start: int = 0, length: int | None = None) -> Iterator[bytes]:
        """The bytes from `start`, in pieces. At once raises FileNotFoundError for what is not there, OSError when the store is away."""

    def delete(self, name: str) -> None:
        """Takes one thing out; that it is gone already is no error."""

    def clear(self, folder: str) -> None:
        """Takes everything out whose name begins with that folder."""

    def listed(self) -> Iterator[Stored]:
        """All there is, in no order."""

    def forget_broken(self, before: datetime) -> None:
        """Takes out what was begun before that moment and never became whole."""
