"""Spaces that nobody hosts. Hosting never comes by itself: an owner appoints somebody, or a member is offered it and says yes."""

from django.db.models import Exists, OuterRef

from junto.kit.facts import verb
from junto.people.models import Person
from junto.spaces.inviting import invite_person
from junto.spaces.models import Membership, Space
from junto.spaces.models.space import SpaceRows


def unhosted_for(person: Person) -> SpaceRows:
    """Spaces this person may see in which no host is here: theirs left, or an import brought them without one."""
    hosts = Membership.objects.here().filter(role="host", space=OuterRef("pk"))
    return Space.objects.visible_to(person).filter(~Exists(hosts))


@verb
def appoint(person: Person, *, space: Space, by: Person) -> bool:
    """Makes a member the host; whoever does not belong is invited to come in as the host. Whether they host it now."""
    part = space.membership_of(person)
    if part is None:
        invite_person(person, space=space, by=by, role="host")
    else:
        part.take_role("host", by=by)
    return part is not None
