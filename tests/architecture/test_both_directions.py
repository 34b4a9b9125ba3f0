"""Pages turn for languages that are read from right to left, because no stylesheet says left or right where it means start or end."""

import re

import pytest

from tests.architecture.house import HERE, files

NAMED = re.compile(
    r"(?P<name>(?:margin|padding|border(?:-top|-bottom)?|scroll-margin|scroll-padding|inset)?-?(?:left|right)[\w-]*)\s*:"
    r"|(?:text-align|float|clear|caption-side)\s*:\s*(?P<value>left|right)\b"
)
FOUR = re.compile(
    r"(?P<property>margin|padding|inset|border-(?:width|style|color|radius)|scroll-(?:margin|padding))\s*:\s*(?P<values>[^;{}]+)"
)
SIDES = re.compile(r"\b(?:to (?:left|right)|(?:left|right) (?:center|top|bottom)|translateX)\b")
EXPANDED = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}
"""Which of so many values stands for each of the four."""
MEANT: dict[str, str] = {}
"""Declarations that mean the side of the screen in every language, and why."""


def sheets() -> dict[str, str]:
    """Every stylesheet of ours without its comments."""
    found = [path for path in files() if path.suffix == ".css"]
    return {str(path): re.sub(r"/\*.*?\*/", "", (HERE / path).read_text(), flags=re.DOTALL) for path in found}


def sided(sheet: str) -> list[str]:
    """Declarations that name a side, or give the two sides different values."""
    named = [hit.group() for pattern in (NAMED, SIDES) for hit in pattern.finditer(sheet)]
    return named + [hit.group() for hit in FOUR.finditer(sheet) if differs(values_of(hit["values"]), hit["property"])]


def values_of(text: str) -> list[str]:
    """The values of a shorthand; what stands in brackets is one."""
    while "(" in text:
        shorter = re.sub(r"\([^()]*\)", lambda found: found.group().translate(str.maketrans("() ", "<>_")), text)
        if shorter == text:
            break
        text = shorter
    return text.split()


def differs(values: list[str], name: str) -> bool:
    """Whether a shorthand means something else on the left than on the right. Corners are told clockwise, sides as well."""
    first, second, third, fourth = [values[at] for at in EXPANDED[len(values)]]
    return (first, third) != (second, fourth) if name.endswith("radius") else second != fourth


def test_no_stylesheet_names_a_side():
    found = {name: rest for name, sheet in sheets().items() if (rest := [each for each in sided(sheet) if each not in MEANT])}
    assert found == {}


@pytest.mark.parametrize(
    "sheet",
    [
        "a { margin-left: 1px }",
        "a { right: 0 }",
        "a { text-align: left }",
        "a { padding: 0 1px 0 calc(1px + (2px * 2)) }",
        "a { border-radius: 4px 0 0 4px }",
    ],
)
def test_a_side_would_be_found(sheet):
    assert sided(sheet)


@pytest.mark.parametrize(
    "sheet",
    [
        "a { margin-inline-start: 1px }",
        "a { padding: 0 calc(1px + 2px) 1px calc(1px + 2px) }",
        "a { text-align: start; border-radius: 4px 4px 0 0 }",
    ],
)
def test_start_and_end_are_found_right(sheet):
    assert not sided(sheet)
