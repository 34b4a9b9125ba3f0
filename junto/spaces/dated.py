"""What has a date in spaces: invitations, which run out."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from junto.kit.dated import Dated, DatedThing
from junto.people.models import Person
from junto.spaces.models import Invitation

MOST = 50


class InvitationsRunOut(Dated):
    """Until when somebody may decide about an invitation."""

    name = "invitation"
    icon = "mail-open"

    def of(self, person: Person) -> Iterable[DatedThing]:
        for invitation in Invitation.objects.waiting_for(person)[:MOST]:
            space = invitation.space
            if space is not None:
                yield DatedThing(
                    number=invitation.pk,
                    title=_("The invitation to %(space)s runs out") % {"space": space.name},
                    says=space.purpose,
                    url=space.get_absolute_url(),
                    at=invitation.expires_at,
                    made=invitation.made_at,
                )
