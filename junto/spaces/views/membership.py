from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.access import allow
from junto.kit.http import answers, method
from junto.spaces import rules
from junto.spaces.models import LastHost
from junto.spaces.views.here import Here, here


@answers("POST", "DELETE")
def membership(request: HttpRequest, slug: str) -> HttpResponse:
    """POST joins, DELETE leaves. Doing either twice changes nothing."""
    found = here(request, slug)
    return leave(request, found) if method(request) == "DELETE" else join(found)


def join(found: Here) -> HttpResponse:
    """Joins a space that is open, and leads into it."""
    if found.part is None:
        allow(rules.may_join(found.space, found.part))
        found.space.add(found.person)
    return HttpResponseRedirect(found.space.get_absolute_url())


def leave(request: HttpRequest, found: Here) -> HttpResponse:
    """Leaves. The last host of others is shown what to do first."""
    if found.part is None:
        return HttpResponseRedirect(reverse("spaces:browse"))
    try:
        found.part.end(by=found.person)
    except LastHost:
        return HttpResponseRedirect(reverse("spaces:leaving", args=[found.space.slug]))
    undo = reverse("spaces:membership", args=[found.space.slug]) if rules.may_join(found.space, None) else ""
    toast(request, _("You have left %(space)s.") % {"space": found.space.name}, undo=undo)
    return HttpResponseRedirect(reverse("spaces:browse"))


@answers("GET")
def leaving(request: HttpRequest, slug: str) -> HttpResponse:
    """What leaving means here; to the last host it says what to do first."""
    found = here(request, slug)
    part = get_object_or_404(found.space.memberships, person=found.person)
    return render(request, "spaces/leaving.html", {"space": found.space, "last": part.is_last_host})


@answers("POST")
def lead(request: HttpRequest, slug: str) -> HttpResponse:
    """A member takes the lead of a space that nobody leads any more."""
    found = here(request, slug)
    part = get_object_or_404(found.space.memberships, person=found.person)
    allow(rules.may_take_the_lead(part, hosted=found.space.memberships.here().hosts().exists()))
    part.take_role("host", by=found.person)
    toast(request, _("You host %(space)s now.") % {"space": found.space.name})
    return HttpResponseRedirect(found.space.get_absolute_url())
