"""What happens when somebody follows an invitation."""

from django.db import IntegrityError
from django.utils.translation import get_language

from junto.kit.facts import verb
from junto.kit.turns import one_at_a_time
from junto.people.models import Person
from junto.spaces.models import Invitation


class AddressTaken(Exception):
    """Somebody has this address already: between two requests, or all along."""


@verb
def welcome(invitation: Invitation, *, name: str, email: str, password: str) -> Person:
    """A newcomer becomes a person (or takes over the one an import brought along) and comes in. Raises UsedUp and AddressTaken."""
    try:
        return claim(invitation, email, password) if invitation.claims else begin(invitation, name, email, password)
    except IntegrityError as error:
        raise AddressTaken from error


def begin(invitation: Invitation, name: str, email: str, password: str) -> Person:
    """Somebody new comes in."""
    person: Person = Person.objects.join(name=name, email=email, password=password, language=get_language() or "")
    invitation.use(person)
    return person


def claim(invitation: Invitation, email: str, password: str) -> Person:
    """Whoever wrote what an import brought along comes in under that name. Of two who claim it at once, the first has it."""
    person = invitation.claims
    assert person is not None, "only invitations that claim somebody come here"
    one_at_a_time(f"claim of person {person.pk}")
    invitation.use(person)
    person.claim(email=email, password=password)
    return person
