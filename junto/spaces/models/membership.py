from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from junto.kit.clock import now
from junto.kit.facts import announce, announce_all, verb
from junto.kit.text.fold import folded
from junto.kit.turns import one_at_a_time
from junto.people.models import Person
from junto.spaces.facts import MemberJoined, MemberLeft, RoleChanged
from junto.spaces.models.space import Space


class LastHost(Exception):
    """A space keeps at least one host as long as it has other people."""


class MembershipRows(models.QuerySet["Membership"]):
    @verb
    def begin(self, space: Space, person: Person, *, role: str = "member", at: Any = None) -> "Membership":
        """The person's membership; it begins now when there was none. Open requests and invitations are settled by it."""
        membership, is_new = self.get_or_create(space=space, person=person, defaults={"role": role, "since": at or now()})
        if is_new:
            _begun(space, [membership], is_history=at is not None)
        return membership

    @verb
    def begin_all(self, space: Space, since: Mapping[int, datetime]) -> None:
        """The same for people of an import, each with the time since when they belong."""
        known = set(self.filter(space=space, person__in=since).values_list("person", flat=True))
        new = [Membership(space=space, person_id=number, since=at) for number, at in since.items() if number not in known]
        if new:
            _begun(space, Membership.objects.bulk_create(new), is_history=True)

    @verb
    def bring_back(self, space: Space, person: Person, *, role: str, since: Any) -> None:
        """Undoes that somebody was taken out: the part they had, since when they had it. Who is back already stays as they are."""
        if not self.filter(space=space, person=person).exists():
            part = self.begin(space, person, role=role)
            self.filter(pk=part.pk).update(since=since)

    @verb
    def looked(self, at: datetime) -> None:
        """Remembers when these people last looked into the space."""
        self.update(looked_at=at)

    def for_rows(self) -> "MembershipRows":
        """With what a list of people shows."""
        return self.select_related("person")

    def here(self) -> "MembershipRows":
        """Memberships of people who are part of this Junto now."""
        return self.filter(person__is_active=True)

    def with_words(self, words: str) -> "MembershipRows":
        """Memberships of people in whose name every one of these words occurs."""
        found = self
        for word in folded(words).split()[:8]:
            found = found.filter(person__name_key__contains=word)
        return found

    def leading(self) -> "MembershipRows":
        """Hosts who are here, and mentors after them."""
        return self.here().filter(role__in=["host", "mentor"]).order_by("role", "since", "id")

    def hosts(self) -> "MembershipRows":
        """The hosts, the first of them leads."""
        return self.filter(role="host").order_by("since", "id")


def _begun(space: Space, new: "Sequence[Membership]", *, is_history: bool) -> None:
    """What follows when people have become part of a space."""
    people = [membership.person_id for membership in new]
    Space.objects.filter(pk=space.pk).update(people_count=F("people_count") + len(new))
    space.join_requests.filter(person__in=people).delete()
    space.invitations.for_people(people).update(ended_at=now())
    joined = [MemberJoined(space_id=space.pk, person_id=one.person_id, at=one.since if is_history else None) for one in new]
    announce_all(joined)


class Membership(models.Model):
    """A person's part in a space."""

    class Role(models.TextChoices):
        MEMBER = "member", _("Member")
        MENTOR = "mentor", _("Mentor")
        HOST = "host", _("Host")

    space = models.ForeignKey(Space, models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=10, choices=Role.choices, default=Role.MEMBER)
    since = models.DateTimeField(default=now)
    looked_at = models.DateTimeField(default=now)
    """When the person last looked into the space: what is new is measured from here. Nobody else sees it."""

    objects = MembershipRows.as_manager()

    class Meta:
        db_table = "membership"
        constraints = [models.UniqueConstraint(fields=["person", "space"], name="membership_once")]
        indexes = [models.Index(fields=["space", "role", "since", "id"], name="membership_by_role")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.space_id}"

    @verb
    def end(self, *, by: Person) -> None:
        """The person leaves, or a host ends their part. Raises LastHost when nobody would be left to lead the others."""
        self._keep_a_host()
        # Counted by what was really deleted: pressing twice, or two hosts at once, must not count twice.
        if not Membership.objects.filter(pk=self.pk).delete()[0]:
            return
        self.space.invitations.end_without_right(self.space, of=self.person)
        Space.objects.filter(pk=self.space_id).update(people_count=F("people_count") - 1)
        announce(MemberLeft(space_id=self.space_id, person_id=self.person_id, by_id=by.pk))

    @verb
    def take_role(self, role: str, *, by: Person) -> None:
        """Gives the person another part. Raises LastHost when nobody would be left to lead."""
        if self.role == "host" and role != "host":
            self._keep_a_host()
        if self.role == role:
            return
        self.role = role
        self.save(update_fields=["role"])
        self.space.invitations.end_without_right(self.space, of=self.person)
        announce(RoleChanged(space_id=self.space_id, person_id=self.person_id, by_id=by.pk, role=role))

    def look(self) -> None:
        """Remembers that the person looked into the space just now; nothing is written again within five minutes."""
        if now() - self.looked_at > LOOKS_COUNT_AFTER:
            Membership.objects.filter(pk=self.pk).looked(now())

    @property
    def is_fresh(self) -> bool:
        """Whether the person has only just joined and not come back yet: nothing there is new to them, and all of it is."""
        return self.looked_at - self.since < LOOKS_COUNT_AFTER

    @property
    def is_last_host(self) -> bool:
        """Whether others would be left without anybody to lead them."""
        others = Membership.objects.here().filter(space=self.space_id).exclude(pk=self.pk)
        return self.role == "host" and others.exists() and not others.filter(role="host").exists()

    def _keep_a_host(self) -> None:
        # One at a time: two hosts who leave in the same moment would each count on the other.
        one_at_a_time(f"hosts of space {self.space_id}")
        if self.is_last_host:
            raise LastHost


LOOKS_COUNT_AFTER = timedelta(minutes=5)
