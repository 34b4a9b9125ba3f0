"""Which doors this house has, and that nobody locks themselves out."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from junto.kit.facts import verb
from junto.kit.http import View
from junto.people.models import HouseRules, Identity, Person
from junto.people.models.house_rules import Way
from junto.people.passkeys import LastWay
from junto.people.second_step import ways_of

__all__ = ["LastWay", "by_password", "door_of_ours", "unlink"]


def by_password() -> bool:
    """Whether people sign in here by what Junto itself keeps. Where the provider alone signs in, no such door is open to anybody."""
    return HouseRules.now().way != Way.PROVIDER


def door_of_ours(*methods: str) -> Callable[[View], View]:
    """Marks a view that exists only in a house where Junto itself signs people in; `methods`: only these are shut (else all)."""

    def mark(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if (not methods or request.method in methods) and not by_password():
                raise Http404
            return view(request, *args, **kwargs)

        return checked

    return mark


@verb
def unlink(person: Person, identity: Identity) -> None:
    """Takes an identity out. Raises LastWay when nothing would be left to sign in with."""
    ways = ways_of(person)
    others = Identity.objects.filter(person=person).exclude(pk=identity.pk).exists()
    if not others and (not by_password() or not (ways.password or ways.passkeys)):
        raise LastWay
    identity.unlink(by=person)
