"""A person's own data as a file: a ZIP archive that is written while it is sent, so that memory stays flat."""

import io
import json
from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.serializers.json import DjangoJSONEncoder

from junto.kit.privacy.kept import Kept

PIECE = 65_536


class Outlet(io.RawIOBase):
    """Where the archive is written to, and taken from piece by piece."""

    def __init__(self) -> None:
        super().__init__()
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]  # the base speaks of buffers in general
        self._held += data
        return len(data)

    def take(self, at_least: int = 0) -> bytes:
        """What was written since the last time, once it is that much."""
        if len(self._held) < at_least:
            return b""
        taken = bytes(self._held)
        self._held.clear()
        return taken


def person_file(person: int, about: str) -> Iterator[bytes]:
    """The archive in pieces. `about` is the text that explains it; it is given, because who sends has no language any more."""
    outlet = Outlet()
    with ZipFile(outlet, "w", ZIP_DEFLATED) as archive:
        for name, text in _contents(person, about):
            with archive.open(name, "w") as entry:
                for piece in text:
                    entry.write(piece)
                    yield outlet.take(at_least=PIECE)
            yield outlet.take()
    yield outlet.take()


def _contents(person: int, about: str) -> Iterator[tuple[str, Iterator[bytes]]]:
    yield "about.md", iter([about.encode()])
    for kept in Kept.every():
        yield f"{kept.name}.json", _encoded(_json(kept, person))
        readable = kept.readable(person)
        first = next(readable, None)
        if first is not None:
            yield f"{kept.name}.md", _encoded(_rest(first, readable))
        for name, pieces in kept.files(person):
            yield f"{kept.name}/{name}", pieces


def _encoded(words: Iterator[str]) -> Iterator[bytes]:
    return (piece.encode() for piece in words)


def _json(kept: Kept, person: int) -> Iterator[str]:
    yield "["
    for at, row in enumerate(kept.export(person)):
        yield (",\n" if at else "\n") + json.dumps(row, cls=DjangoJSONEncoder, ensure_ascii=False)
    yield "\n]\n"


def _rest(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest
