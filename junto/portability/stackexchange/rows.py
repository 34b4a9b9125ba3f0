"""Reads a dump file row by row: one row a line, memory flat, a broken row harms no other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from junto.kit.clock import now
from junto.portability.models import Brought

LONGEST_LINE = 4_000_000
IS_ROW = re.compile(rb"[\xef\xbb\xbf \t]*<row[\s/>]")
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)


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

    def key(self, name: str) -> str:
        """A number of the dump. Raises Broken without one, or when it is longer than any can be."""
        if len(self.need(name)) > Brought.LONGEST_KEY:
            raise Broken(f"{name} is longer than any number: {self.get(name)[:40]!r}")
        return self.values[name]

    def time(self, name: str) -> datetime:
        """A time, which dumps write in UTC without saying so. Raises Broken when it is none, or none at which somebody can have written."""
        try:
            told = datetime.fromisoformat(self.need(name))
            at = told.astimezone(UTC) if told.tzinfo else told.replace(tzinfo=UTC)
        except (ValueError, OverflowError) as error:
            raise Broken(f"{name} is no time: {self.get(name)[:40]!r}") from error
        if not EARLIEST <= at <= now() + timedelta(days=1):
            raise Broken(f"{name} is no time at which anybody wrote: {self.get(name)[:40]!r}")
        return at


def read(path: Path, *, after: int = 0) -> Iterator[Row]:
    """The rows of a file from the line behind `after` on. What cannot be read comes as a row that says why."""
    offset = number = 0
    with path.open("rb") as file:
        if after == 0 and b"\0" in file.read(4):
            yield Row(1, 0, broken="the file is not in UTF-8, in which dumps are published")
        file.seek(0)
        while raw := file.readline(LONGEST_LINE):
            number += 1
            offset += len(raw)
            whole = raw.endswith(b"\n") or len(raw) < LONGEST_LINE
            offset += 0 if whole else _skip_rest(file)
            if number > after and IS_ROW.match(raw):
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
