"""What may be said about groups of people without saying something about a few of them."""

from collections.abc import Mapping
from math import ceil, floor

FEWEST = 5
SMALL = 20
STEP = 5


def released(groups: Mapping[str, int], fewest: int = FEWEST) -> set[str]:
    """The groups whose figures may stand beside the figure of all together.

    None of them is small. Where what is left out would be so few that a subtraction tells of them, the next smallest goes as well.
    """
    shown = {name for name, size in groups.items() if size >= fewest}
    while shown and 0 < sum(size for name, size in groups.items() if name not in shown) < fewest:
        shown.remove(min(shown, key=lambda name: (groups[name], name)))
    return shown


def coarse(share: float, of: int) -> tuple[str, int]:
    """A share in percent as it may be shown: of fewer than twenty in steps of five, and never closer to none or all than five percent.

    Gives `<=`, `>=` or nothing, and the number.
    """
    percent = 100 * share
    if percent < STEP:
        return "<=", STEP
    if percent > 100 - STEP:
        return ">=", 100 - STEP
    return "", STEP * floor(percent / STEP + 0.5) if of < SMALL else floor(percent + 0.5)


def coarse_interval(low: float, high: float, of: int) -> tuple[int, int]:
    """An interval of a share in percent, never narrower than it is."""
    step = STEP if of < SMALL else 1
    return step * floor(100 * low / step), step * ceil(100 * high / step)
