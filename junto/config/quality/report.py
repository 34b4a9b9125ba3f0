"""Reads what pytest reports of a run (JUnit XML) and says it plainly."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

BAD = ("failure", "error")


@dataclass
class Tally:
    """What came of one run or several. What could not run here is neither passed nor failed, and is named with its reason."""

    passed: int = 0
    failed: int = 0
    slowest: list[tuple[float, str]] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: "Tally") -> "Tally":
        both = self.passed + other.passed, self.failed + other.failed
        return Tally(*both, self.slowest + other.slowest, self.left_out + other.left_out)

    def lines(self, most: int = 15) -> list[str]:
        """The slowest tests, what could not run, and the closing line."""
        slow = sorted(self.slowest, reverse=True)[:most]
        out = [f"{number:7}    {reason}" for reason, number in self.left_out.items()]
        told = ["", "Could not run here:", *out] if out else []
        return ["", "Slowest tests:", *(f"{seconds:7.2f} s  {name}" for seconds, name in slow), *told, "", str(self)]

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed"


def read(path: Path, exit_code: int, where: str) -> Tally:
    """The tally of one run. A run that failed without saying which test, or left no report, counts as one failure."""
    cases = list(ElementTree.parse(path).iter("testcase")) if path.exists() else []
    failed = sum(any(child.tag in BAD for child in case) for case in cases)
    left_out = Counter(child.get("message", "") for case in cases for child in case if child.tag == "skipped")
    slowest = [(float(case.get("time", 0)), f"{case.get('classname')}::{case.get('name')} ({where})") for case in cases]
    unexplained = int(exit_code != 0 and not failed)
    return Tally(len(cases) - failed - left_out.total(), failed + unexplained, slowest, left_out)
