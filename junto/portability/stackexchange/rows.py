"""Reads a dump file row by row: one row a line, memory flat, a broken row harms no other."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

LONGEST_LINE = 4_000_000


class Broken(Exception):
    """A row that cannot be taken in; its text is the reason."""


@dataclass(frozen=True)
class Row:
    """One row: where it stands, how far the file was read with it, and its values."""

    line: int
    offset: int
    values: dict[str, str] = field(default_factory=dict)
    broken: str = ""

    def get(self, name: str) -> str:
        """The value, or nothing."""
        return self.values.get(name, "")

    def need(self, name: str) -> str:
        """The value. Raises Broken without one."""
        if not self.get(name):
            raise Broken(f"no {name}")
        return self.values[name]

    def time(self, name: str) -> datetime:
        """A time, which dumps write in UTC without saying so. Raises Broken when it is none."""
        try:
            return datetime.fromisoformat(self.need(name)).replace(tzinfo=UTC)
        except ValueError as error:
            raise Broken(f"{name} is no time: {self.get(name)[:40]!r}") from error


def read(path: Path, *, after: int = 0) -> Iterator[Row]:
    """The rows of a file from the line behind `after` on. What cannot be read comes as a row that says why."""
    offset = 0
    with path.open("rb") as file:
        number = 0
        while raw := file.readline(LONGEST_LINE):
            number += 1
            offset += len(raw)
            whole = raw.endswith(b"\n") or len(raw) < LONGEST_LINE
            offset += 0 if whole else _skip_rest(file)
            if number > after and raw.lstrip(b"\xef\xbb\xbf \t").startswith(b"<row"):
                yield _row(raw, number, offset) if whole else Row(number, offset, broken="the line is longer than any real row")


def _skip_rest(file) -> int:  # type: ignore[no-untyped-def]  # a binary file
    skipped = 0
    while part := file.readline(LONGEST_LINE):
        skipped += len(part)
        if part.endswith(b"\n"):
            break
    return skipped


def _row(raw: bytes, number: int, offset: int) -> Row:
    try:
        return Row(number, offset, dict(fromstring(raw.strip()).attrib))
    except (ParseError, DefusedXmlException, ValueError) as error:
        return Row(number, offset, broken=f"not readable as XML: {error}"[:300])
