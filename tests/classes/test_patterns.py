"""Regular expressions: none of the house takes longer than a moment over anything, however it was made to be slow."""

import importlib
import itertools
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path
from re import _constants as ops  # the parts of a pattern, which Python tells nowhere else
from re import _parser as parser

import pytest

import junto

LENGTHS = (20, 400, 3_000, 12_000)
"""First short, so that what doubles with every letter, or begins anew at each, is noticed before it takes for ever."""
A_MOMENT = 0.1
"""Seconds. What walks through 12,000 letters once needs a thousandth; what begins anew at each of them needs many seconds."""
ENDS = ("", "\0")


def patterns() -> dict[str, re.Pattern]:
    """Every pattern that a module of the house keeps."""
    found = {}
    for module in pkgutil.walk_packages(junto.__path__, "junto."):
        if not any(part in module.name for part in (".tests", "__main__", ".quality")):
            kept = vars(importlib.import_module(module.name)).items()
            found |= {f"{module.name}.{name}": value for name, value in kept if isinstance(value, re.Pattern)}
    return found


SOURCES = "\n".join(file.read_text() for file in Path(junto.__path__[0]).rglob("*.py"))


def looks_anywhere(name: str) -> bool:
    """Whether the house looks for the pattern at every place of a text, and not only at its beginning."""
    return re.search(rf"\b{name.rpartition('.')[2]}\.(?:search|finditer|findall|sub|split)\(", SOURCES) is not None


def slowest(pattern: re.Pattern, anywhere: bool = True) -> tuple[float, str]:
    """The longest a pattern needs over a text made to be slow for it, and how that text begins."""
    worst = (0.0, "")
    for length in LENGTHS:
        for text in made_for(pattern, length):
            worst = max(worst, (seconds(pattern, text, anywhere), text[:30]))
            if worst[0] > A_MOMENT:
                return worst
    return worst


def seconds(pattern: re.Pattern, text: str, anywhere: bool) -> float:
    """How long it takes; what was slow once may have been something else, and is timed again."""
    took = once(pattern, text, anywhere)
    return took if took <= A_MOMENT else min(took, once(pattern, text, anywhere), once(pattern, text, anywhere))


def once(pattern: re.Pattern, text: str, anywhere: bool) -> float:
    whole = text.encode() if isinstance(pattern.pattern, bytes) else text
    began = time.process_time()
    pattern.fullmatch(whole)
    if anywhere:
        list(pattern.finditer(whole))
    return time.process_time() - began


def made_for(pattern: re.Pattern, length: int) -> Iterator[str]:
    """What the pattern repeats, repeated: after what has to stand before it, and before something that does not fit."""
    for before, repeated in repeats(parsed(pattern), ""):
        letters = sorted(set(repeated))[:3]
        for piece in {repeated, *letters, *map("".join, itertools.combinations(letters, 2))} - {""}:
            for end in ENDS:
                yield before + piece * (length // len(piece)) + end
        if before:
            yield before * (length // len(before))


def parsed(pattern: re.Pattern) -> list:
    """The parts of a pattern."""
    if isinstance(pattern.pattern, bytes):
        return list(parser.parse(pattern.pattern.decode("latin-1"), pattern.flags | re.ASCII))
    return list(parser.parse(pattern.pattern, pattern.flags))


def repeats(parts: list, before: str) -> Iterator[tuple[str, str]]:
    """For each part that may come often: an example of all before it, and examples of itself."""
    for op, given in parts:
        if op in (ops.MAX_REPEAT, ops.MIN_REPEAT):
            yield from repeats(list(given[2]), before)
            yield before, "".join(example(list(given[2]), turn) for turn in range(4))
        elif op is ops.BRANCH:
            for branch in given[1]:
                yield from repeats(list(branch), before)
        elif op is ops.SUBPATTERN:
            yield from repeats(list(given[3]), before)
        before += example([(op, given)], 0)


def example(parts: list, turn: int) -> str:
    """Something these parts match; another one with another turn."""
    return "".join(one(op, given, turn) for op, given in parts)


def one(op: object, given: object, turn: int) -> str:
    if op is ops.LITERAL:
        return chr(given)
    if op is ops.NOT_LITERAL:
        return "a" if given != ord("a") else "b"
    if op is ops.ANY:
        return "a"
    if op is ops.IN:
        return some_of(given, turn)
    return of_many(op, given, turn)


def of_many(op: object, given: object, turn: int) -> str:
    if op is ops.BRANCH:
        return example(list(given[1][turn % len(given[1])]), turn)
    if op is ops.SUBPATTERN:
        return example(list(given[3]), turn)
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
        return example(list(given[2]), turn) * max(1, given[0])
    return ""


ALPHABET = [*"a 1\t\n.,-_<>\"'()[]\\/:@+#|`=", "é", "漢", "\u3042"]


def some_of(chosen: list, turn: int) -> str:
    fits = re.compile(rebuilt(chosen), re.DOTALL)
    fitting = [letter for letter in ALPHABET if fits.fullmatch(letter)] or [chr(given) for op, given in chosen if op is ops.LITERAL]
    return fitting[turn % len(fitting)] if fitting else ""


CATEGORIES = {
    ops.CATEGORY_DIGIT: r"\d",
    ops.CATEGORY_NOT_DIGIT: r"\D",
    ops.CATEGORY_SPACE: r"\s",
    ops.CATEGORY_NOT_SPACE: r"\S",
    ops.CATEGORY_WORD: r"\w",
    ops.CATEGORY_NOT_WORD: r"\W",
}


def rebuilt(chosen: list) -> str:
    """A class of letters as it would be written."""
    said = ""
    for op, given in chosen:
        if op is ops.NEGATE:
            said += "^"
        elif op is ops.LITERAL:
            said += re.escape(chr(given))
        elif op is ops.RANGE:
            said += f"{re.escape(chr(given[0]))}-{re.escape(chr(given[1]))}"
        else:
            said += CATEGORIES[given]
    return f"[{said}]"


def test_no_pattern_can_be_made_slow():
    slow = {name: found for name, pattern in patterns().items() if (found := slowest(pattern, looks_anywhere(name)))[0] > A_MOMENT}
    assert slow == {}


@pytest.mark.parametrize("pattern", [r"(a+)+b", r"x\s+[\w ]+", r"<img [^>]*?alt"])
def test_the_check_itself_notices_what_is_slow(pattern):
    assert slowest(re.compile(pattern))[0] > A_MOMENT
