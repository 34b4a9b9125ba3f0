"""Real communities as they lie in the shared data, row by row."""

import csv
import gzip
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "community"


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Of a packed table."""
    with gzip.open(path, "rt", newline="") as file:
        yield from csv.DictReader(file)


def objects(path: Path) -> Iterator[dict[str, Any]]:
    """Of a packed file with an object on each line."""
    with gzip.open(path, "rt") as file:
        yield from map(json.loads, file)


def moment(written: str) -> datetime:
    """When it was; the dumps mean UTC and do not say so."""
    return datetime.fromisoformat(written).replace(tzinfo=UTC)
