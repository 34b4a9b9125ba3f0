"""What is soon over in the spaces room."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from junto.kit.occasions import Occasion, Soon, Told
from junto.people.models import Person
from junto.spaces.models import Invitation


class InvitationRunsOut(Occasion):
    """An invitation into a space that ends soon and was neither used nor put aside."""

    name = "invitation"

    def soon(self, people: Collection[int], since: datetime, until: datetime) -> Mapping[int, Collection[Soon]]:
        ending = Invitation.objects.good().filter(person__in=people, space__isnull=False, expires_at__range=(since, until))
        found = defaultdict(list)
        for number, person, at in ending.values_list("pk", "person", "expires_at"):
            found[person].append(Soon(f"{self.name}:{number}", at))
        return found

    def told(self, addresses: Collection[str], reader: Person) -> Mapping[str, Told]:
        numbers = [int(address.partition(":")[2]) for address in addresses]
        return {f"{self.name}:{row.pk}": _told(row) for row in Invitation.objects.waiting_for(reader).filter(pk__in=numbers)}


def _told(invitation: Invitation) -> Told:
    space = invitation.space
    assert space is not None
    return Told(
        title=space.name,
        url=space.get_absolute_url(),
        says=_("The invitation to “%(space)s” ends soon") % {"space": space.name},
        at=invitation.expires_at,
        person=invitation.by,
    )
