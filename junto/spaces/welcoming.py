"""What happens when somebody follows an invitation."""

from django.db import IntegrityError
from django.utils.translation import get_language

from junto.kit.facts import verb
from junto.people.models import Person
from junto.spaces.models import Invitation


class AddressTaken(Exception):
    """Somebody has this address already: between two requests, or all along."""


@verb
def welcome(invitation: Invitation, *, name: str, email: str, password: str) -> Person:
    """A newcomer becomes a person (or takes over the one an import brought along) and comes in. Raises UsedUp and AddressTaken."""
    try:
        person = newcomer(invitation, name, email, password)
    except IntegrityError as error:
        raise AddressTaken from error
    invitation.use(person)
    return person


def newcomer(invitation: Invitation, name: str, email: str, password: str) -> Person:
    """The account for whoever comes in. What is being claimed keeps its name: it stands under what it wrote."""
    if invitation.claims:
        invitation.claims.claim(email=email, password=password)
        return invitation.claims
    return Person.objects.join(name=name, email=email, password=password, language=get_language() or "")
