"""Editions for tests: composed now, as the round does."""

from collections.abc import Sequence
from datetime import date

from junto.digest.models import Edition
from junto.digest.reading import Line, issues
from junto.digest.rounds import compose_portion
from junto.digest.week import gather
from junto.kit.clock import now
from junto.people.models import Person

MONDAY = date(2026, 11, 16)


def composed(people: Sequence[Person], monday: date = MONDAY) -> list[Edition]:
    """What these people are given in that week."""
    numbers = [person.pk for person in people]
    compose_portion(numbers, monday, gather(monday, now()))
    return list(Edition.objects.filter(person__in=numbers, week=monday))


def given(person: Person, monday: date = MONDAY) -> list[Line]:
    """The same for one person, as they may see it now."""
    return [line for issue in issues(composed([person], monday), person) for line in issue.lines]
