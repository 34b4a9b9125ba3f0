"""Where the bars of a simple chart stand, in percent across and pixels down, so that text is never stretched."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

FOOT, TOP = 128, 12
FIRST = 5.0
MOST_NAMES = 6


@dataclass(frozen=True)
class Bar:
    """One value: left edge and middle in percent, upper edge and height in pixels."""

    label: str
    value: float
    x: float
    middle: float
    y: int
    height: int
    named: bool


@dataclass(frozen=True)
class Tick:
    """A line across, at a value."""

    value: float
    y: int


@dataclass(frozen=True)
class Chart:
    """All that a bar or line chart draws."""

    bars: list[Bar]
    ticks: list[Tick]
    width: float

    @property
    def trace(self) -> str:
        """The points of the line through the middles."""
        return " ".join(f"{bar.middle},{bar.y}" for bar in self.bars)


def chart(points: Sequence[tuple[str, float]]) -> Chart:
    """A chart of (label, value) in their order; values are zero or more. The last bar is the one of now."""
    top = _round_above(max((value for _, value in points), default=0))
    step = (100 - FIRST) / max(len(points), 1)
    bars = [_bar(at, label, value, top, step, len(points)) for at, (label, value) in enumerate(points)]
    return Chart(bars, [Tick(value, _height(value, top)) for value in (0, top / 2, top)], round(step * 0.78, 2))


def _bar(at: int, label: str, value: float, top: float, step: float, count: int) -> Bar:
    x, y = FIRST + at * step + step * 0.11, _height(value, top)
    named = (count - 1 - at) % math.ceil(count / MOST_NAMES) == 0
    return Bar(label, value, round(x, 2), round(x + step * 0.39, 2), y, FOOT - y, named)


def _height(value: float, top: float) -> int:
    return round(FOOT - (FOOT - TOP) * value / top)


def _round_above(most: float) -> float:
    if most <= 0:
        return 2
    size = 10 ** math.floor(math.log10(most))
    return next(step * size for step in (1, 2, 4, 5, 10) if step * size >= most)
