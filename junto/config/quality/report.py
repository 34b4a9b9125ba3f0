"""Reads what pytest reports of a run (JUnit XML) and says it plainly."""

from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

BAD = ("failure", "error", "skipped")


@dataclass
class Tally:
    """What came of one run or several. A test left out counts as failed: nobody knows what it would have said."""

    passed: int = 0
    failed: int = 0
    slowest: list[tuple[float, str]] = field(default_factory=list)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.passed + other.passed, self.failed + other.failed, self.slowest + other.slowest)

    def lines(self, most: int = 15) -> list[str]:
        """The slowest tests, and the closing line."""
        slow = sorted(self.slowest, reverse=True)[:most]
        return ["", "Slowest tests:", *(f"{seconds:7.2f} s  {name}" for seconds, name in slow), "", str(self)]

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed"


def read(path: Path, exit_code: int, where: str) -> Tally:
    """The tally of one run. A run that failed without saying which test, or left no report, counts as one failure."""
    cases = list(ElementTree.parse(path).iter("testcase")) if path.exists() else []
    bad = [case for case in cases if any(child.tag in BAD for child in case)]
    slowest = [(float(case.get("time", 0)), f"{case.get('classname')}::{case.get('name')} ({where})") for case in cases]
    unexplained = int(exit_code != 0 and not bad)
    return Tally(len(cases) - len(bad), len(bad) + unexplained, slowest)
