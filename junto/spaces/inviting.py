"""Inviting people: by name, many by their addresses, or whoever holds a link. One limit a day for all of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.kit.turns import one_at_a_time
from junto.kit.work import later, listener
from junto.people.letters import mail_works
from junto.people.models import Person
from junto.spaces.letters import send_invitation
from junto.spaces.models import Invitation, Space

A_DAY = timedelta(days=1)
KEPT = timedelta(days=180)
"""How long an invitation stays in the list after it ran out or was taken back."""


@dataclass(frozen=True)
class Handed:
    """An invitation and the path of its link, which is known only now. `mailed` says that nobody has to hand it over."""

    invitation: Invitation
    token: str
    mailed: bool = False

    @property
    def came_before(self) -> bool:
        """Whether the same form made it a moment ago, and was sent twice."""
        return self.invitation.came_before


class EnoughForToday(Exception):
    """More invitations than one person may make in a day."""


def left_today(by: Person) -> int | None:
    """How many invitations the person may still make today; None: no limit (owners bring a whole house in)."""
    if by.is_owner:
        return None
    made = Invitation.objects.made_since(by, now() - A_DAY)[: settings.INVITATIONS_A_DAY + 1].count()
    return settings.INVITATIONS_A_DAY - made


@verb
def invite_person(person: Person, *, space: Space, by: Person, role: str = "member") -> None:
    """Invites somebody who has an account. Raises EnoughForToday."""
    with counted_in(by, 1):
        Invitation.objects.to_person(person, space=space, by=by, role=role)


@verb
def invite_by_link(*, by: Person, space: Space | None, **terms: Any) -> Handed:
    """Makes a link for whoever holds it. Raises EnoughForToday."""
    with counted_in(by, 1):
        return Handed(*Invitation.objects.by_link(by=by, space=space, **terms))


@verb
def invite_addresses(addresses: list[str], *, by: Person, space: Space | None, **terms: Any) -> list[Handed]:
    """Makes a link for each address and mails it where mail works. Raises EnoughForToday when they are too many."""
    with counted_in(by, len(addresses)):
        made = Invitation.objects.by_links(addresses, by=by, space=space, **terms)
    mailed = mail_works()
    for invitation, token in made:
        if mailed and not invitation.came_before:
            # The token stands in the queue until the letter is out, and nowhere else: the invitation keeps its hash only.
            later(send_invitation, invitation=invitation.pk, token=token)
    return [Handed(invitation, token, mailed) for invitation, token in made]


@listener
def forget_invitations() -> None:
    """Invitations that are worth nothing any more, some time after: they may hold the address of somebody who never came."""
    Invitation.objects.over_since(now() - KEPT).delete()


@contextmanager
def counted_in(by: Person, wanted: int) -> Iterator[None]:
    """Counts one after the other, so that ten pages at once are not ten times the limit. What was sent twice counts once."""
    one_at_a_time(f"invitations by {by.pk}")
    if not by.is_owner and wanted > settings.INVITATIONS_A_DAY:
        raise EnoughForToday
    yield
    left = left_today(by)
    if left is not None and left < 0:
        raise EnoughForToday
