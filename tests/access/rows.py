"""Reads the table, and knows what stands in the address of each row."""

from dataclasses import dataclass

from tests.access.table import PEOPLE, TABLES

SPACES = ("repairs", "bench", "attic")
SEEING_MOST = ("host", "owner", "author", "other", "stranger")


@dataclass(frozen=True)
class Row:
    """A route and a method; for each person what they get. `place` says in which of the three spaces the things stand."""

    method: str
    address: str
    works: str
    cells: dict[str, str]
    place: str = SPACES[0]

    def __str__(self) -> str:
        return f"{self.method} {self.address} in {self.place}"

    @property
    def welcome(self) -> str:
        """Somebody for whom it works, those first who see the most; empty when there is nobody."""
        return next((person for person in SEEING_MOST if self.cells[person] == "+"), "")


def rows_of(table: str) -> list[Row]:
    """Every row of one table; a row about things in a space once for each of the three spaces."""
    return [row for line in TABLES[table].strip().splitlines() for row in _read(line)]


def every_row() -> list[Row]:
    """All rows of all tables."""
    return [row for table in TABLES for row in rows_of(table)]


def _read(line: str) -> list[Row]:
    method, address, works, *cells = line.split()
    assert len(cells) == len(PEOPLE), f"a row needs a cell for each person: {line}"
    places = SPACES[: len(cells[0])]
    return [Row(method, address, works, _at(number, cells), place) for number, place in enumerate(places)]


def _at(number: int, cells: list[str]) -> dict[str, str]:
    return {person: cell[number] for person, cell in zip(PEOPLE, cells, strict=True)}
