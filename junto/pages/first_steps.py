"""What to do first in a house that is empty, or new to the person."""

from dataclasses import dataclass

from junto.people.models import Person
from junto.spaces.models import Space


@dataclass(frozen=True)
class FirstSteps:
    """Whether there is anything here at all, and what this person may do about it."""

    house_is_empty: bool
    is_owner: bool


def first_steps(person: Person) -> FirstSteps:
    """For somebody who belongs to no space."""
    return FirstSteps(not Space.objects.visible_to(person).exists(), person.is_owner)
