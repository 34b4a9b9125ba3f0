"""How long it takes to note something, as a figure about the tool. It is worked out over everybody and shows nothing of anybody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import quantiles

from junto.help.models import Note
from junto.kit.clock import now

PEOPLE = 5
"""Fewer would tell of somebody."""
OVER = timedelta(days=90)
MOST = 5000


@dataclass(frozen=True)
class Took:
    """Half of the notes were written within `median` seconds, nine in ten within `most`."""

    median: int
    most: int


def how_long_it_takes() -> Took | None:
    """Over the last ninety days; None while fewer than PEOPLE people wrote a note that was measured."""
    rows = Note.objects.filter(seconds__isnull=False, at__gt=now() - OVER).order_by("-at").values_list("author_id", "seconds")[:MOST]
    measured = list(rows)
    if len({author for author, _ in measured}) < PEOPLE:
        return None
    return took([seconds for _, seconds in measured if seconds is not None])


def took(seconds: Sequence[int]) -> Took:
    """The figures of two measurements or more (https://docs.python.org/3/library/statistics.html#statistics.quantiles, inclusive)."""
    tenths = quantiles(seconds, n=10, method="inclusive")
    return Took(round(tenths[4]), round(tenths[8]))
