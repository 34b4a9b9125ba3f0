"""What to do first in a house that is empty, or new to the person."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from junto.pages.models import PutAway
from junto.people.letters import mail_works
from junto.people.models import Person
from junto.spaces.models import Space

LIVELY = 3


@dataclass(frozen=True)
class FirstSteps:
    """Whether there is anything here at all, and what this person may do about it."""

    house_is_empty: bool
    is_owner: bool
    lively: Sequence[Space]
    """Some spaces that this person may read and join at once, the liveliest first."""


def first_steps(person: Person) -> FirstSteps:
    """For somebody who belongs to no space."""
    lively = list(Space.objects.readable_by(person).filter(joining="open", visibility="all").order_by("-last_activity_at", "-id")[:LIVELY])
    return FirstSteps(not lively and not Space.objects.visible_to(person).exists(), person.is_owner, lively)


@dataclass(frozen=True)
class Step:
    """Something an owner does once: where, and what comes of it."""

    page: str
    icon: str
    title: str | Promise
    note: str | Promise


INVITE = Step("invitations:invitations", "user-plus", _("Invite people"), _("By their addresses, or with a link you hand over."))
A_SPACE = Step("spaces:new", "orbit", _("Make a space"), _("With a purpose people share: “so that nobody here has to…”"))
MAIL = Step(
    "operating:how_it_is", "mail", _("Set up mail"), _("Until then you hand links over yourself. Here you see how this Junto is doing.")
)


def owners_steps(person: Person) -> Sequence[Step]:
    """What an owner has not done yet; nothing once they put it away."""
    if not person.is_owner or PutAway.objects.filter(person=person).exists():
        return ()
    done = {
        INVITE: Person.objects.here().with_account().exclude(pk=person.pk).exists(),
        A_SPACE: Space.objects.visible_to(person).exists(),
        MAIL: mail_works(),
    }
    return [step for step, is_done in done.items() if not is_done]
