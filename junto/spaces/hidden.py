"""Hidden spaces and owners: an owner may find one by its name and join it, and only so that everybody in it knows."""

from collections.abc import Collection

from junto.kit.facts import announce, verb
from junto.people.models import Look, LookKind, Person
from junto.spaces.facts import HiddenSpaceJoined
from junto.spaces.models import Membership, Space


def read_names(spaces: Collection[Space], *, by: Person) -> None:
    """An owner reads what these spaces are called: whoever belongs to one can read that."""
    Look.objects.note(LookKind.HIDDEN, by=by, people=members_of(spaces))


@verb
def join_hidden(space: Space, *, by: Person, why: str) -> None:
    """An owner becomes a member like others. All who belong are told, and read the reason."""
    if space.membership_of(by) is not None:
        return
    Look.objects.note(LookKind.JOINED, by=by, people=members_of([space]), why=why)
    Membership.objects.begin(space, by)
    announce(HiddenSpaceJoined(space_id=space.pk, by_id=by.pk))


def members_of(spaces: Collection[Space]) -> set[int]:
    """The numbers of everybody who belongs to one of them."""
    return set(Membership.objects.filter(space__in=spaces).values_list("person_id", flat=True))
