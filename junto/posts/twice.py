"""Sending twice by mistake (a double press, a form sent again after the connection was lost) must not post twice."""

from datetime import timedelta

from junto.kit.turns import one_at_a_time
from junto.people.models import Person

TWICE = timedelta(minutes=10)
"""The same words by the same person to the same place within this time are one sending."""


def one_sending_at_a_time(person: Person) -> None:
    """Makes the second of two simultaneous sendings wait until the first can be seen. Only inside a transaction."""
    one_at_a_time(f"sends:{person.pk}")
