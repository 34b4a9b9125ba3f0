"""What the spaces room keeps of people."""

from typing import Any

from django.db.models import Case, F, Q, QuerySet, When
from django.utils.translation import gettext_lazy as _

from junto.kit.privacy import Erasure, Kept
from junto.people.models import Person
from junto.spaces.inviting import forget_invitations
from junto.spaces.models import Invitation, JoinRequest, Membership, Space


class KeptMemberships(Kept):
    name = "memberships"
    model = Membership
    what = _("Which spaces you belong to, since when and as what, and when you last looked in")
    why = _("so that you can take part, and see what is new")
    readers = _("whoever may see the people of the space; when you looked in: only you")
    until = _("until you leave the space")
    fields = ("space__name", "role", "since", "looked_at")

    def erase(self, person: int, keep_texts: bool) -> None:
        """Leaves every space; one that is led by nobody else is led by whoever has been there longest."""
        for part in Membership.objects.filter(person=person).select_related("space"):
            part.delete()
            Space.objects.filter(pk=part.space_id).update(people_count=F("people_count") - 1)
            hand_on(part.space)


class KeptJoinRequests(Kept):
    name = "join_requests"
    model = JoinRequest
    what = _("Which spaces you asked to join, and what you wrote")
    why = _("so that hosts can answer")
    readers = _("you and the hosts of the space")
    until = _("until they answer")
    fields = ("space__name", "message", "at")


class KeptInvitations(Kept):
    name = "invitations"
    model = Invitation
    what = _("Invitations you were sent, and those you made")
    why = _("so that people can come in")
    readers = _("who invited, who was invited, and the hosts of the space")
    until = _("180 days after they ran out or were taken back")
    whose = _("people who are here, and those who were invited by their address")
    forgotten_by = forget_invitations
    people = ("person", "claims", "by")
    fields = ("space__name", "email", "role", "uses", "used", "made_at", "expires_at", "ended_at")

    def rows_about(self, person: int) -> "QuerySet[Any]":
        """Also those to the person's address, which were made before they had an account."""
        address = Person.objects.filter(pk=person).exclude(email=None).values("email")
        return Invitation.objects.filter(Q(person=person) | Q(claims=person) | Q(by=person) | Q(email__in=address)).order_by("pk")

    def erase(self, person: int, keep_texts: bool) -> None:
        """An invitation without the one who invites is worth nothing: those go as well."""
        self.rows_about(person).delete()


class KeptSpacesStarted(Kept):
    name = "spaces_started"
    model = Space
    what = _("Which spaces you started")
    why = _("so that people know how a space began")
    readers = _("whoever may see the space")
    until = _("as long as the space exists")
    people = ("started_by",)
    fields = ("name", "purpose", "started_at")
    erasure = Erasure.UNNAME


def hand_on(space: Space) -> None:
    """Makes a host where there is none any more: a mentor first, then whoever has been there longest. Nobody else decided it."""
    parts = Membership.objects.filter(space=space, person__is_active=True).select_related("person", "space")
    if parts.filter(role=Membership.Role.HOST).exists():
        return
    mentors_first = Case(When(role=Membership.Role.MENTOR, then=0), default=1)
    heir = parts.order_by(mentors_first, "since", "pk").first()
    if heir is not None:
        heir.take_role(Membership.Role.HOST, by=heir.person)
