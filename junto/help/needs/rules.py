"""Who may see needs of the board, and who may do what with them. Seeing is a `Q`, doing is a plain predicate; each rule stands once."""

from typing import TYPE_CHECKING

from django.db.models import Q

from junto.spaces.rules import spaces_read_by

if TYPE_CHECKING:
    from junto.help.models import Need, NeedOffer
    from junto.people.models import Person
    from junto.spaces.models import Membership


def needs_seen_by(person: "Person") -> Q:
    """Those said to the whole house, and those of spaces the person may read, while whoever said them is here.

    What was taken off the board is there only for whoever said it and for whoever took it off."""
    stands = ~Q(end__how="withdrawn") | Q(person=person) | Q(end__by=person)
    return Q(person__is_active=True) & stands & (Q(space=None) | spaces_read_by(person, of="space__"))


def may_join(person: "Person", need: "Need") -> bool:
    """Whoever sees it may want it too, while it is open."""
    return need.is_open and need.person_id != person.pk


def may_offer(person: "Person", need: "Need") -> bool:
    """Anybody else who sees it may volunteer, while it is open."""
    return need.is_open and need.person_id != person.pk


def may_change(person: "Person", need: "Need") -> bool:
    """Only whoever said it says it otherwise, while it is open: others put their names under it."""
    return need.is_open and need.person_id == person.pk


def may_end(person: "Person", need: "Need", membership: "Membership | None") -> bool:
    """Whoever said it says how it ended, and says it again; so may a host of its space."""
    return need.person_id == person.pk or (membership is not None and membership.role == "host")


def may_take_offer_back(person: "Person", offer: "NeedOffer") -> bool:
    """Only whoever made it."""
    return offer.person_id == person.pk
