"""Who belongs to a space, and with which part."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from junto.design.toasts import toast, too_late
from junto.kit.access import allow
from junto.kit.http import answers, method
from junto.kit.paging import page
from junto.kit.undo import undo_path, undone
from junto.people.models import Person
from junto.spaces import rules
from junto.spaces.forms.role import RoleForm
from junto.spaces.models import LastHost, Membership
from junto.spaces.views.here import Here, here

BY_ROLE = ("role", "since", "id")
BY_TIME = ("since", "id")
LEADING = 60


@answers("GET")
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """Hosts and mentors first, then members as they came; or whoever is looked for by words."""
    found = here(request, slug)
    allow(rules.may_see_people(found.space, found.part))
    words = request.GET.get("words", "").strip()[:100]
    listed = found_by(found, words, request.GET.get("after")) if words else listed_by_role(found, request.GET.get("after"))
    return render(request, "spaces/people.html", {"space": found.space, "part": found.part, "words": words, "may": may(found), **listed})


def found_by(found: Here, words: str, after: str | None) -> dict[str, Any]:
    """People of every part in whose name these words occur."""
    rows = found.space.memberships.here().for_rows().with_words(words)
    return {"leading": [], "members": page(rows, order=BY_ROLE, after=after, size=40)}


def listed_by_role(found: Here, after: str | None) -> dict[str, Any]:
    """Hosts and mentors above the first page, members page by page."""
    members = page(found.space.memberships.here().for_rows().filter(role="member"), order=BY_TIME, after=after, size=40)
    leading = list(found.space.memberships.leading().for_rows()[:LEADING]) if members.is_first else []
    return {"leading": leading, "members": members}


def may(found: Here) -> dict[str, bool]:
    """What the person may do on the page of people."""
    return {"lead": rules.may_lead(found.part), "invite": rules.may_invite(found.space, found.part)}


@answers("GET", "POST", "PUT", "DELETE")
def member(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A host's view of one person's part: PUT gives another, DELETE ends it, POST undoes that."""
    found = here(request, slug)
    allow(rules.may_lead(found.part))
    if method(request) == "POST":
        return bring_back(request, found, number)
    part = get_object_or_404(found.space.memberships.for_rows(), person=number)
    try:
        if method(request) == "PUT":
            return give_role(request, found, part)
        if method(request) == "DELETE":
            return take_out(request, found, part)
    except LastHost:
        toast(request, _("A space keeps at least one host. Make another person host first."))
        return HttpResponseRedirect(request.path)
    return render(request, "spaces/member.html", {"space": found.space, "part": part, "form": RoleForm(initial={"role": part.role})})


def give_role(request: HttpRequest, found: Here, part: Membership) -> HttpResponse:
    """Gives the person another part; what is no part changes nothing."""
    form = RoleForm(request.POST)
    if form.is_valid():
        part.take_role(form.cleaned_data["role"], by=found.person)
        toast(request, _("%(name)s: %(role)s.") % {"name": part.person.name, "role": part.get_role_display()})
    return back(found)


def take_out(request: HttpRequest, found: Here, part: Membership) -> HttpResponse:
    """Ends the person's part in the space. Whoever took themselves out is no host any more who could undo it."""
    part.end(by=found.person)
    undo = undo_path(request.path, role=part.role, since=part.since.isoformat()) if part.person != found.person else ""
    said = _("%(name)s no longer belongs to %(space)s.") % {"name": part.person.name, "space": found.space.name}
    toast(request, said, undo=undo)
    return back(found)


def bring_back(request: HttpRequest, found: Here, number: int) -> HttpResponse:
    """Gives somebody who was just taken out the part they had."""
    person = get_object_or_404(Person.objects.here(), pk=number)
    former = undone(request)
    if former is None:
        toast(request, too_late())
    else:
        since = datetime.fromisoformat(former["since"])
        Membership.objects.bring_back(found.space, person, role=former["role"], since=since)
    return back(found)


def back(found: Here) -> HttpResponse:
    """The page of people; whoever took themselves out lands among the spaces."""
    if found.space.membership_of(found.person) is None:
        return redirect("spaces:browse")
    return redirect("spaces:people", found.space.slug)
