"""What may be said about groups of people without saying something about a few of them."""

from math import ceil, floor

FEWEST = 5
SMALL = 20
STEP = 5


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
