from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.people.models import Block, Person
from junto.people.models.owner_link import hashed
from junto.people.models.person import tidy_email
from junto.spaces import rules
from junto.spaces.facts import InvitationUsed, PersonInvited
from junto.spaces.models.membership import Membership
from junto.spaces.models.space import Space
from junto.spaces.tokens import token_under


class InvitationRows(models.QuerySet["Invitation"]):
    def standing(self) -> "InvitationRows":
        """Invitations that were not taken back and neither ran out nor were used up."""
        return self.filter(expires_at__gt=now(), ended_at=None, used__lt=F("uses"))

    def over_since(self, moment: datetime) -> "InvitationRows":
        """Invitations that ran out or were ended before that moment. Used up, they run out as well."""
        return self.filter(Q(expires_at__lt=moment) | Q(ended_at__lt=moment))

    def good(self) -> "InvitationRows":
        """Invitations that can be used: standing, the inviter is still here and no block stands between them and whoever is invited."""
        inviter = Q(by=None) | Q(by__is_active=True, space__isnull=False) | Q(by__is_active=True, by__is_owner=True)
        unclaimed = Q(claims=None) | Q(claims__email=None, claims__is_active=True)
        return self.standing().filter(inviter, unclaimed).exclude(across_a_block())

    def opened_by(self, token: str) -> "Invitation | None":
        """The invitation this token belongs to, while it is good."""
        return self.good().filter(token_hash=hashed(token)).select_related("space", "by", "person", "claims").first()

    def for_people(self, people: Collection[int]) -> "InvitationRows":
        """Invitations of these people that neither they nor the inviter ended."""
        return self.filter(person__in=people, ended_at=None)

    def for_rows(self) -> "InvitationRows":
        """With what a list of invitations shows."""
        return self.select_related("person", "by")

    def waiting_for(self, person: Person) -> "InvitationRows":
        """Good invitations that this person can accept, newest first."""
        return self.good().filter(person=person, space__isnull=False).select_related("space", "by").order_by("-made_at", "-id")

    def made_since(self, person: Person, moment: Any) -> "InvitationRows":
        """What this person invited since then."""
        return self.filter(by=person, made_at__gt=moment)

    @verb
    def by_link(self, *, email: str = "", **terms: Any) -> "tuple[Invitation, str]":
        """An invitation for whoever holds the link (only for that address, when one is given), and the token, which is shown once."""
        return self.by_links([email], **terms)[0]

    @verb
    def by_links(
        self, emails: Sequence[str], *, by: Person | None, space: Space | None = None, days: int = 14, mark: str = "", **terms: Any
    ) -> "list[tuple[Invitation, str]]":
        """One invitation with its token for each address. A former link of this inviter for the same address ends.

        Whoever has an account with such an address hears of it here as well, unless a block stands between the two.
        What the same form (`mark`) made before and stands is given back as it is: it was sent twice by mistake.
        """
        addresses = [tidy_email(email) or "" for email in emails]
        known = {person.email: person for person in Person.objects.here().filter(email__in=filter(None, addresses))}
        said = [(address, by and by.pk, space and space.pk, days, *sorted(terms.items())) for address in addresses]
        tokens, there = self._made_under(mark, said)
        same = {"by": by, "space": space, "expires_at": now() + timedelta(days=days), **terms}
        rows = [
            there.get(token) or self.model(token_hash=hashed(token), email=address, person=known.get(address), **same)
            for token, address in zip(tokens, addresses, strict=True)
        ]
        self._make([row for row in rows if row.pk is None], by, space)
        return list(zip(rows, tokens, strict=True))

    def _made_under(self, mark: str, said: Sequence[tuple[Any, ...]]) -> "tuple[list[str], dict[str, Invitation]]":
        """The token for each thing said, and the invitations standing under one. Where one was used up or taken back, another is drawn."""
        tokens = {hashed(token): token for token in (token_under(mark, *each) for each in said)}
        made = self.filter(token_hash__in=tokens) if mark else self.none()
        standing = {tokens[one.token_hash]: one for one in made.standing()}
        over = set(made.exclude(pk__in=[one.pk for one in standing.values()]).values_list("token_hash", flat=True))
        for one in standing.values():
            one.came_before = True
        return [token_under("") if key in over else token for key, token in tokens.items()], standing

    def _make(self, rows: Sequence[Any], by: Person | None, space: Space | None) -> None:
        """Keeps new invitations in place of the inviter's former ones for the same addresses, and has those who are here hear of it."""
        addresses = [row.email for row in rows if row.email]
        self.filter(by=by, space=space, email__in=addresses, ended_at=None).update(ended_at=now())
        for invitation in self.bulk_create(rows):
            invitation.tell_person()

    @verb
    def to_person(self, person: Person, *, space: Space, by: Person, role: str = "member", at: datetime | None = None) -> "Invitation":
        """Invites somebody who has an account; with a time, if that is history. Across a block it looks the same, and nobody is told."""
        made_at = at or now()
        terms = {"role": role, "made_at": made_at, "expires_at": made_at + timedelta(days=60), "token_hash": hashed(token_under(""))}
        self.filter(space=space, person=person, ended_at=None, expires_at__lte=now()).update(ended_at=now())
        invitation, is_new = self.get_or_create(space=space, person=person, by=by, email="", ended_at=None, defaults=terms)
        if is_new:
            invitation.tell_person(at)
        return invitation

    @verb
    def end_without_right(self, space: Space, of: Person | None = None) -> None:
        """Ends the invitations to a space whose inviters (or this one) may no longer invite: they left, or the rules changed."""
        made = self.filter(space=space, ended_at=None).filter(by=of) if of else self.filter(space=space, ended_at=None).exclude(by=None)
        parts: dict[int | None, Membership] = {
            part.person_id: part for part in Membership.objects.filter(space=space, person__in=made.values("by"))
        }
        ended = [each.pk for each in made if not each.stands_on(space, parts.get(each.by_id))]
        self.filter(pk__in=ended).update(ended_at=now())


def across_a_block() -> Exists:
    """Invitations between two people of whom one blocks the other. A block that is set or lifted later counts from then on."""
    here, there = OuterRef("by"), OuterRef("person")
    return Exists(Block.objects.filter(Q(person=here, blocked=there) | Q(person=there, blocked=here)))


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

    came_before = False
    """Whether the form that made it was sent again just now."""

    objects = InvitationRows.as_manager()

    class Meta:
        db_table = "invitation"
        constraints = [
            models.UniqueConstraint(
                fields=["space", "person", "by"], condition=Q(ended_at=None, person__isnull=False, email=""), name="invitation_once"
            ),
        ]
        indexes = [
            models.Index(fields=["space", "-made_at", "-id"], name="invitation_of_space"),
            models.Index(fields=["by", "made_at"], name="invitation_by_person"),
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk}"

    def get_absolute_url(self) -> str:
        """Where whoever has an account sees it: the space."""
        return self.space.get_absolute_url() if self.space else reverse("spaces:browse")

    def stands_on(self, space: Space, part: Membership | None) -> bool:
        """Whether somebody with that part in the space may make this invitation today."""
        return rules.may_invite(space, part) and rules.may_invite_as(self.role, part)

    def tell_person(self, at: datetime | None = None) -> None:
        """Has whoever is invited hear of it, unless they belong already or a block stands between the two."""
        if (
            self.person_id is None
            or self.by_id is None
            or self.space is None
            or self.space.memberships.filter(person=self.person_id).exists()
        ):
            return
        if not Invitation.objects.filter(across_a_block(), pk=self.pk).exists():
            announce(PersonInvited(space_id=self.space.pk, invitation_id=self.pk, person_id=self.person_id, by_id=self.by_id), at=at)

    @verb
    def use(self, person: Person) -> None:
        """Lets the person in with it. Raises UsedUp when somebody else was quicker: the row itself counts, so two cannot share one use."""
        if not Invitation.objects.good().filter(pk=self.pk).exists():
            raise UsedUp
        # These conditions stand in the UPDATE itself: PostgreSQL checks them again on the row the quicker one left.
        taken = Invitation.objects.filter(pk=self.pk).standing().update(used=F("used") + 1)
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

    @verb
    def wait_again(self) -> None:
        """Undoes that whoever is invited declined. Nothing happens when the inviter may invite no more, or has invited anew."""
        if self.space is None or self.ended_at is None:
            return
        part = self.space.memberships.filter(person=self.by_id).first()
        anew = Invitation.objects.filter(space=self.space, person=self.person_id, by=self.by_id, ended_at=None)
        if not anew.exists() and (self.by_id is None or self.stands_on(self.space, part)):
            self.ended_at = None
            self.save(update_fields=["ended_at"])


class UsedUp(Exception):
    """The invitation was good a moment ago and is not any more."""
