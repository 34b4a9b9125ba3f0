"""A person's page, and what readers do there: follow, block."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.access import allow
from junto.kit.http import answers, method, part_or_redirect
from junto.kit.slots import slots_of
from junto.people import blocking, rules
from junto.people.models import Block, Follow, Person
from junto.people.profile import seen


@answers("GET")
def person(request: HttpRequest, number: int) -> HttpResponse:
    """Who somebody is, what they can be asked about, and what other rooms have to show of them."""
    somebody = get_object_or_404(Person.objects.visible_to(request.user), pk=number)
    parts = slots_of("person", request, person=somebody)
    margin = slots_of("person.margin", request, person=somebody)
    return render(request, "people/person.html", {"seen": seen(somebody, request.user), "parts": parts, "margin": margin})


@answers("POST", "DELETE")
def follow(request: HttpRequest, number: int) -> HttpResponse:
    """Follows somebody, or no longer. Across a block it answers as always, and has no effect."""
    somebody = get_object_or_404(Person.objects.visible_to(request.user), pk=number)
    allow(rules.may_follow(request.user, somebody, Block.objects.filter(person=request.user, blocked=somebody).exists()))
    begins = method(request) == "POST"
    (Follow.wishes.begin if begins else Follow.wishes.end)(request.user, somebody)
    return _acts(request, somebody)


@answers("POST", "DELETE")
def block(request: HttpRequest, number: int) -> HttpResponse:
    """Blocks somebody, or no longer."""
    somebody = get_object_or_404(Person.objects.visible_to(request.user), pk=number)
    allow(rules.may_block(request.user, somebody))
    if method(request) == "POST":
        blocking.block(request.user, somebody)
        toast(request, _("You and %(name)s can no longer mention, invite or follow each other. Only you know.") % {"name": somebody.name})
    else:
        blocking.unblock(request.user, somebody)
    return _acts(request, somebody)


def _acts(request: HttpRequest, somebody: Person) -> HttpResponse:
    return part_or_redirect(request, "people/person/_acts.html", {"seen": seen(somebody, request.user)}, to=somebody)
