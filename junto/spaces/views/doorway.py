"""Where somebody invites to: a space, or the house itself."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from junto.kit.access import allow
from junto.people.models import Person
from junto.spaces import rules
from junto.spaces.models import Invitation, Membership, Space
from junto.spaces.models.invitation import InvitationRows
from junto.spaces.views.here import here


@dataclass(frozen=True)
class Doorway:
    """What is invited to (no space: this Junto), and by whom."""

    person: Person
    space: Space | None = None
    part: Membership | None = None

    @property
    def leads(self) -> bool:
        """Whether the person may say with which part people come in."""
        return self.space is not None and rules.may_lead(self.part)

    @property
    def invitations(self) -> InvitationRows:
        """The standing invitations this person may see: a host, and an owner for the house, all; others their own."""
        every = Invitation.objects.standing().filter(space=self.space)
        return every if self.leads or self.space is None else every.filter(by=self.person)

    def to(self, name: str, *args: object) -> str:
        """The address of a page of this doorway: `spaces:` with the space's, `invitations:` for the house."""
        return reverse(f"spaces:{name}", args=[self.space.slug, *args]) if self.space else reverse(f"invitations:{name}", args=args)


def doorway(request: HttpRequest, slug: str | None = None) -> Doorway:
    """The doorway at that address, for somebody who may invite there."""
    if slug is None:
        allow(rules.may_invite_to_house(request.user))
        return Doorway(request.user)
    found = here(request, slug)
    allow(rules.may_invite(found.space, found.part))
    return Doorway(request.user, found.space, found.part)
