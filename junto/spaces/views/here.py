"""A space as the person who asks finds it."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from junto.people.models import Person
from junto.spaces.models import Membership, Space


@dataclass(frozen=True)
class Here:
    """The space, who asks, and their part in it (None: they do not belong)."""

    space: Space
    person: Person
    part: Membership | None


def here(request: HttpRequest, slug: str) -> Here:
    """The space with that address; 404 for what the person may not see, whether it exists or not."""
    space = get_object_or_404(Space.objects.visible_to(request.user), slug=slug)
    return Here(space, request.user, space.membership_of(request.user))
