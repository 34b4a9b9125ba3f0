"""The mathematics behind figures about small numbers. Nothing here knows what it counts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp, inf, log, sqrt

Z = 1.959963984540054
"""The 97.5th percentile of the normal distribution: intervals hold in 95 of 100 cases."""


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    part: int
    of: int

    @property
    def value(self) -> float:
        """Between 0 and 1. ZeroDivisionError of nothing."""
        return self.part / self.of

    @cached_property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of Wilson (1927), which stays between 0 and 1 and holds for few as well. Of nothing everything is possible."""
        if not self.of:
            return 0.0, 1.0
        p, n, square = self.value, self.of, Z * Z
        middle, reach = p + square / (2 * n), Z * sqrt(p * (1 - p) / n + square / (4 * n * n))
        return max(0.0, (middle - reach) / (1 + square / n)), min(1.0, (middle + reach) / (1 + square / n))


@dataclass(frozen=True)
class Step:
    """At a time something happened: the share for whom it had not happened by then, and the sum of Greenwood for its interval."""

    time: float
    waiting: float
    greenwood: float


class Waiting:
    """How long it takes until something happens, when for some it has not happened yet (Kaplan and Meier 1958).

    `times` is how long each waited or waits, `happened` whether it happened then. The interval is of Greenwood on the scale log(-log).
    """

    def __init__(self, times: Sequence[float], happened: Sequence[bool]) -> None:
        self.of = len(times)
        self.steps = _steps(times, happened)

    def waiting(self, time: float) -> float:
        """The share that still waits after that time."""
        return next((step.waiting for step in reversed(self.steps) if step.time <= time), 1.0)

    def quantile(self, share: float) -> float | None:
        """After how long it has happened for that share; None while that is not reached."""
        return next((step.time for step in self.steps if step.waiting <= 1 - share + 1e-12), None)

    def interval(self, share: float) -> tuple[float | None, float | None]:
        """The 95 % interval of the quantile (Brookmeyer and Crowley 1982); None where it is open."""
        low = next((step.time for step in self.steps if _bounds(step)[0] <= 1 - share), None)
        high = next((step.time for step in self.steps if _bounds(step)[1] <= 1 - share), None)
        return low, high


def _steps(times: Sequence[float], happened: Sequence[bool]) -> list[Step]:
    ends, left = Counter(times), len(times)
    events = Counter(time for time, is_over in zip(times, happened, strict=True) if is_over)
    waiting, greenwood, steps = 1.0, 0.0, []
    for time in sorted(ends):
        if here := events[time]:
            waiting *= 1 - here / left
            greenwood += here / (left * (left - here)) if left > here else inf
            steps.append(Step(time, waiting, greenwood))
        left -= ends[time]
    return steps


def _bounds(step: Step) -> tuple[float, float]:
    """Of the share that waits after this step."""
    if step.waiting <= 0:
        return 0.0, 0.0
    reach = Z * sqrt(step.greenwood) / abs(log(step.waiting))
    return step.waiting ** exp(reach), step.waiting ** exp(-reach)
