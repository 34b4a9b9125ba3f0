"""What to do first in a house that is empty, or new to the person."""

from collections.abc import Sequence
from dataclasses import dataclass

from junto.people.models import Person
from junto.spaces.models import Space

LIVELY = 3


@dataclass(frozen=True)
class FirstSteps:
    """Whether there is anything here at all, and what this person may do about it."""

    house_is_empty: bool
    is_owner: bool
    lively: Sequence[Space]
    """Some spaces that this person may read and join at once, the liveliest first."""


def first_steps(person: Person) -> FirstSteps:
    """For somebody who belongs to no space."""
    lively = list(Space.objects.readable_by(person).filter(joining="open", visibility="all").order_by("-last_activity_at", "-id")[:LIVELY])
    return FirstSteps(not lively and not Space.objects.visible_to(person).exists(), person.is_owner, lively)
