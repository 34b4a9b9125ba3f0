"""A space as the person who asks finds it. Every page of a space begins here, so its SQL is worked out once."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from junto.kit.compiled import compiled
from junto.people.models import Person
from junto.spaces import rules
from junto.spaces.models import Membership, Space
from junto.spaces.models.membership import MembershipRows
from junto.spaces.models.space import SpaceRows


@dataclass(frozen=True)
class Here:
    """The space, who asks, and their part in it (None: they do not belong)."""

    space: Space
    person: Person
    part: Membership | None


def here(request: HttpRequest, slug: str) -> Here:
    """The space with that address; 404 for what the person may not see, whether it exists or not."""
    for space in _called(slug=slug):
        part = next(iter(_parts(space=space.pk, person=request.user.pk)), None)
        if rules.is_plainly_seen(space, part) or Space.objects.visible_to(request.user).filter(pk=space.pk).exists():
            return Here(space, request.user, part)
    raise Http404


@compiled
def _called(slug: str) -> SpaceRows:
    return Space.objects.filter(slug=slug)


@compiled
def _parts(space: int, person: int) -> MembershipRows:
    return Membership.objects.filter(space=space, person=person)
