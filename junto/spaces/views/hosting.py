"""Where owners see which spaces nobody hosts, and find somebody who will."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.access import allow
from junto.kit.http import answers, owners_only
from junto.kit.paging import page
from junto.people.models import Person
from junto.people.models.person import PersonRows, tidy_email
from junto.spaces import rules
from junto.spaces.forms.finding import NAME
from junto.spaces.forms.hosting import Appointed
from junto.spaces.hosting import appoint, unhosted_for
from junto.spaces.models import Space
from junto.spaces.views.by_name import note, who_is_meant


@answers("GET")
@owners_only
def spaces(request: HttpRequest) -> HttpResponse:
    """Spaces without a host that the owner may see; hidden ones stand among the hidden."""
    found = page(unhosted_for(request.user), order=NAME, after=request.GET.get("after"))
    return render(request, "spaces/unhosted.html", {"found": found})


@answers("GET", "POST")
@owners_only
def host(request: HttpRequest, number: int) -> HttpResponse:
    """Finds the one who is meant and asks them; when that is not clear, shows whom it may be."""
    space = get_object_or_404(Space.objects.visible_to(request.user), pk=number)
    allow(rules.may_appoint_host(request.user, hosted=space.memberships.here().hosts().exists()))
    form = Appointed(request.POST if request.method == "POST" else None)
    meant = meant_by(form, request.user) if form.is_bound and form.is_valid() else []
    if len(meant) == 1:
        return appointed(request, space, meant[0])
    if form.is_bound and form.is_valid():
        form.add_error("who", _("Whom do you mean?") if meant else _("Nobody else here is called that."))
    shown = {"space": space, "form": form, "meant": [(each, note(each)) for each in meant]}
    return render(request, "spaces/appointing.html", shown, status=422 if form.is_bound else 200)


def meant_by(form: Appointed, owner: Person) -> list[Person]:
    """Who is meant among those who can sign in. The owner is not: whoever wants to host a space joins it, seen by all there."""
    others: PersonRows = Person.objects.here().with_account().exclude(pk=owner.pk)
    given = form.cleaned_data
    return list(others.filter(email=tidy_email(given["who"]))) if "@" in given["who"] else who_is_meant(others, given)


def appointed(request: HttpRequest, space: Space, person: Person) -> HttpResponse:
    """Says what came of it."""
    hosts = appoint(person, space=space, by=request.user)
    said = _("%(name)s hosts %(space)s now.") if hosts else _("%(name)s is invited to host %(space)s.")
    toast(request, said % {"name": person.name, "space": space.name})
    return redirect("unhosted:spaces")
