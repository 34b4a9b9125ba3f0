import secrets
from datetime import timedelta
from typing import Any

from django.db import models
from django.db.models import F, Q

from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.people.models import Block, Person
from junto.people.models.owner_link import hashed
from junto.people.models.person import tidy_email
from junto.spaces.facts import InvitationUsed, PersonInvited
from junto.spaces.models.membership import Membership
from junto.spaces.models.space import Space


class InvitationRows(models.QuerySet["Invitation"]):
    def good(self) -> "InvitationRows":
        """Invitations that can still be used: not ended, not expired, not used up, and the inviter is still here."""
        alive = Q(expires_at__gt=now(), ended_at=None, used__lt=F("uses"))
        return self.filter(alive).filter(Q(by=None) | Q(by__is_active=True))

    def opened_by(self, token: str) -> "Invitation | None":
        """The invitation this token belongs to, while it is good."""
        return self.good().filter(token_hash=hashed(token)).select_related("space", "by", "person").first()

    @verb
    def by_link(self, *, by: Person | None, space: Space | None = None, email: str = "", claims: Person | None = None, **terms: Any) -> "tuple[Invitation, str]":
        """An invitation for whoever holds the link (only for that address, when one is given), and the token, which is shown once."""
        token = secrets.token_urlsafe(24)
        given = {"role": "member", "uses": 1, "days": 14, **terms}
        expires = now() + timedelta(days=given.pop("days"))
        address = tidy_email(email) or ""
        invitation = self.create(token_hash=hashed(token), by=by, space=space, email=address, claims=claims, expires_at=expires, **given)
        return invitation, token

    @verb
    def to_person(self, person: Person, *, space: Space, by: Person, role: str = "member") -> "Invitation | None":
        """Invites somebody who has an account; None, and nothing happens, where a block stands between the two."""
        if Block.objects.between(person.pk, by.pk).exists() or Membership.objects.filter(space=space, person=person).exists():
            return None
        expires = now() + timedelta(days=60)
        invitation, is_new = self.get_or_create(
            space=space, person=person, ended_at=None, defaults={"by": by, "role": role, "expires_at": expires, "token_hash": hashed(secrets.token_urlsafe(24))}
        )
        if is_new:
            announce(PersonInvited(space_id=space.pk, invitation_id=invitation.pk, person_id=person.pk, by_id=by.pk))
        return invitation


class Invitation(models.Model):
    """Lets somebody in: to this Junto, to a space, or into the name an import brought along (`claims`). The link is kept as a hash."""

    token_hash = models.CharField(max_length=64, unique=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="invitations_made")
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="invitations")
    claims = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    email = models.EmailField(max_length=254, blank=True)
    space = models.ForeignKey(Space, models.CASCADE, null=True, related_name="invitations")
    role = models.CharField(max_length=10, choices=Membership.Role.choices, default=Membership.Role.MEMBER)
    uses = models.PositiveIntegerField(default=1)
    used = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField(default=now)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = InvitationRows.as_manager()

    class Meta:
        db_table = "invitation"
        constraints = [models.UniqueConstraint(fields=["space", "person"], condition=Q(ended_at=None, person__isnull=False), name="invitation_once")]
        indexes = [models.Index(fields=["space", "-made_at"], name="invitation_of_space")]

    def __str__(self) -> str:
        return f"invitation {self.pk}"

    @verb
    def use(self, person: Person) -> None:
        """Lets the person in with it. Raises UsedUp when somebody else was quicker: the row itself counts, so two cannot share one use."""
        taken = Invitation.objects.good().filter(pk=self.pk).update(used=F("used") + 1)
        if not taken:
            raise UsedUp
        if self.space is not None:
            self.space.add(person, role=self.role)
        announce(InvitationUsed(invitation_id=self.pk, person_id=person.pk, inviter_person_id=self.by_id))

    @verb
    def end(self) -> None:
        """Takes the invitation back, or declines it."""
        self.ended_at = now()
        self.save(update_fields=["ended_at"])


class UsedUp(Exception):
    """The invitation was good a moment ago and is not any more."""
