"""Whether docs/security says what is so: every test and place it names exists, every item it has to answer is answered once."""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent.parent.parent
CLASSES, ITEMS = HOUSE / "docs/security/classes.md", HOUSE / "docs/security/asvs.md"
STANDARD = HOUSE.parent / "shared/data/asvs-5.0.0.json"
HOW_MANY_CLASSES = 43
LEVELS = ("1", "2")
TEST = re.compile(r"((?:junto|tests)/[\w/]+\.py)::(test_\w+)")
PLACE = re.compile(r"(?<![\w/])(?:(?:junto|tests|docs)(?:/[\w.-]+)*|pyproject\.toml|uv\.lock)(?![\w/])")
KINDS = ("test: ", "place: ", "gap: ", "not ours: ")


@dataclass(frozen=True)
class Line:
    """One row of a table: what it is about, and what it says."""

    names: list[str]
    said: str


def lines_of(page: Path) -> list[Line]:
    """The rows of all tables of a page, without their heads."""
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in page.read_text().splitlines() if line.startswith("| "))
    return [Line(row[0].split(", "), row[-1]) for row in cells if row[0] not in ("item", "no.") and not set(row[0]) <= set("- ")]


def problems() -> list[str]:
    """What is not so, in sentences."""
    return [*_of_classes(lines_of(CLASSES)), *_of_items(lines_of(ITEMS)), *_of_standard(lines_of(ITEMS))]


def _of_classes(lines: list[Line]) -> Iterator[str]:
    numbers = [name for line in lines for name in line.names]
    if numbers != [str(number) for number in range(1, HOW_MANY_CLASSES + 1)]:
        yield f"{CLASSES.name} does not count from 1 to {HOW_MANY_CLASSES}"
    for line in lines:
        if not TEST.search(line.said):
            yield f"class {line.names[0]} names no test"
        yield from _missing_tests(line)


def _of_items(lines: list[Line]) -> Iterator[str]:
    for name, times in Counter(name for line in lines for name in line.names).items():
        if times > 1:
            yield f"{name} is answered {times} times"
    for line in lines:
        yield from _wrong_answer(line)


def _wrong_answer(line: Line) -> Iterator[str]:
    if not line.said.startswith(KINDS):
        yield f"{line.names[0]} has no answer of the four kinds"
    if line.said.startswith("test: ") and not TEST.search(line.said):
        yield f"{line.names[0]} names no test"
    if line.said.startswith("place: ") and not PLACE.search(line.said):
        yield f"{line.names[0]} names no place"
    yield from _missing_tests(line)
    yield from _missing_places(line)


def _missing_tests(line: Line) -> Iterator[str]:
    for path, name in TEST.findall(line.said):
        file = HOUSE / path
        if not file.exists() or f"def {name}(" not in file.read_text():
            yield f"{line.names[0]} names {path}::{name}, which there is not"


def _missing_places(line: Line) -> Iterator[str]:
    for path in PLACE.findall(line.said):
        if not (HOUSE / path.rstrip(".")).exists():
            yield f"{line.names[0]} names {path}, which there is not"


def _of_standard(lines: list[Line]) -> Iterator[str]:
    """Only where the standard stands beside the checkout."""
    if not STANDARD.exists():
        return
    asked = {item["req_id"] for item in json.loads(STANDARD.read_text())["requirements"] if str(item["L"]) in LEVELS}
    answered = {name for line in lines for name in line.names}
    yield from (f"{name} is not answered" for name in sorted(asked - answered))
    yield from (f"{name} is no item of these levels" for name in sorted(answered - asked))


if __name__ == "__main__":
    found = problems()
    print("\n".join(found))
    sys.exit(1 if found else 0)
