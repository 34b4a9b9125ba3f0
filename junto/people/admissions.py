"""Who may open an account with what a provider says of them."""

from django.utils.translation import get_language

from junto.kit.facts import verb
from junto.kit.plugins import Plugin
from junto.people.models import HouseRules, Identity, Person
from junto.people.providers import Claims


class Admission(Plugin):
    """Something that lets a newcomer in besides the rules of the house, such as an invitation. Rooms put theirs into `admissions.py`."""

    def admits(self, onward: str, address: str) -> bool:
        """Whether whoever wants to go on there, and has proved that address, may open an account."""
        raise NotImplementedError


def may_come_in(claims: Claims, onward: str) -> bool:
    """Whether the rules, or an invitation they came with, let somebody with these claims in."""
    return HouseRules.now().admits(claims.address) or any(each.admits(onward, claims.address) for each in Admission.every())


@verb
def come_in(claims: Claims) -> Person:
    """Somebody new, who signs in with a provider. IntegrityError when they came twice in the same moment."""
    name = claims.name or claims.address.partition("@")[0]
    person: Person = Person.objects.join(name=name, email=claims.address, language=get_language() or "")
    Identity.objects.link(person, claims)
    return person
