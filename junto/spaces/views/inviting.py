"""The pages on which people are invited, to a space or to the house."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from junto.design.toasts import toast
from junto.kit.access import allow
from junto.kit.http import answers
from junto.kit.paging import page
from junto.people.letters import mail_works
from junto.people.models import Person
from junto.spaces import inviting, rules
from junto.spaces.address_lists import AddressList
from junto.spaces.forms.invitations import ByAddress, ByLink, ByName, WithRole
from junto.spaces.handing_over import HandedOver
from junto.spaces.views.doorway import Doorway, doorway


@answers("GET")
def invitations(request: HttpRequest, slug: str | None = None) -> HttpResponse:
    """The ways to invite, and the invitations that stand."""
    return show(request, doorway(request, slug))


def show(request: HttpRequest, door: Doorway, **forms: Any) -> HttpResponse:
    """The page, with the form that did not go through in place of an empty one."""
    standing = page(door.invitations.for_rows(), order=("-made_at", "-id"), after=request.GET.get("after"))
    empty = {"by_address": ByAddress(leads=door.leads), "by_link": ByLink(leads=door.leads), "by_name": ByName(leads=door.leads)}
    shown = {"door": door, "space": door.space, "standing": standing, "mailed": mail_works(), "meant": [], **empty, **forms}
    return render(request, "spaces/invitations.html", shown, status=422 if forms else 200)


@never_cache
@answers("POST")
def addresses(request: HttpRequest, slug: str | None = None) -> HttpResponse:
    """Invites people by their addresses; lines that cannot be read are told, the others go."""
    door = doorway(request, slug)
    form = ByAddress(request.POST, request.FILES, leads=door.leads)
    if not form.is_valid():
        return show(request, door, by_address=form)
    return invite_addresses(request, door, form, "addresses", form.found)


def invite_addresses(request: HttpRequest, door: Doorway, form: WithRole, field: str, found: AddressList) -> HttpResponse:
    """Invites whom the list names; trouble with it is told beside the field."""
    made: list[inviting.Handed] = []
    try:
        made = inviting.invite_addresses(found.addresses, by=door.person, space=door.space, **form.terms)
    except inviting.EnoughForToday:
        form.add_error(field, enough(door.person))
    if made:
        return render(request, "spaces/handed_over.html", {"door": door, "handed": HandedOver(made, request), "bad": found.bad})
    if not form.errors:
        form.add_error(field, _("There is no e-mail address in this."))
    return show(request, door, **{"by_name" if field == "who" else "by_address": form})


@never_cache
@answers("POST")
def link(request: HttpRequest, slug: str | None = None) -> HttpResponse:
    """Makes a link for whoever holds it. It is shown once, in the answer, and kept nowhere."""
    door = doorway(request, slug)
    form = ByLink(request.POST, leads=door.leads)
    if not form.is_valid():
        return show(request, door, by_link=form)
    try:
        made = inviting.invite_by_link(by=door.person, space=door.space, **form.terms)
    except inviting.EnoughForToday:
        form.add_error(None, enough(door.person))
        return show(request, door, by_link=form)
    return render(request, "spaces/handed_over.html", {"door": door, "handed": HandedOver([made], request), "bad": []})


@answers("DELETE")
def invitation(request: HttpRequest, number: int, slug: str | None = None) -> HttpResponse:
    """Takes an invitation back: its link opens nothing from now on."""
    door = doorway(request, slug)
    found = get_object_or_404(door.invitations, pk=number)
    allow(door.space is None or rules.may_take_back(door.person, found.by_id, door.part))
    found.end()
    toast(request, _("Taken back."))
    return HttpResponseRedirect(door.to("invitations"))


def enough(person: Person) -> str:
    """What to say when somebody invites more people than a day allows."""
    left = inviting.left_today(person)
    most = settings.INVITATIONS_A_DAY
    return _("One person invites at most %(most)d people a day; you can still invite %(left)d today.") % {"most": most, "left": left}
