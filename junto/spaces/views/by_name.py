"""Inviting somebody who has an account, by name."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.http import answers
from junto.kit.text.fold import folded
from junto.people.models import Person
from junto.people.models.person import PersonRows
from junto.spaces import inviting
from junto.spaces.address_lists import read_addresses
from junto.spaces.forms.invitations import ByName
from junto.spaces.views.doorway import Doorway, doorway
from junto.spaces.views.inviting import enough, invite_addresses, show

SUGGESTED = 10


@answers("GET")
def candidates(request: HttpRequest, slug: str) -> HttpResponse:
    """At most ten people who have an account, do not belong yet, and are called like that; for the field's suggestions."""
    door = doorway(request, slug)
    words = request.GET.get("words", "").strip()[:100]
    found = called_like(outside(door), words)
    return JsonResponse({"people": [{"id": person.pk, "name": person.name, "note": note(person)} for person in found]})


@answers("POST")
def person(request: HttpRequest, slug: str) -> HttpResponse:
    """Invites the one who is meant; when that is not clear, shows whom it may be."""
    door = doorway(request, slug)
    form = ByName(request.POST, leads=door.leads)
    if not form.is_valid():
        return show(request, door, by_name=form)
    if "@" in form.cleaned_data["who"]:
        return invite_addresses(request, door, form, "who", read_addresses(form.cleaned_data["who"]))
    meant = who_is_meant(outside(door), form.cleaned_data)
    if len(meant) != 1:
        form.add_error("who", _("Whom do you mean?") if meant else _("Nobody outside this space is called that. Try their e-mail address."))
        return show(request, door, by_name=form, meant=[(each, note(each)) for each in meant])
    return invite(request, door, form, meant[0])


def invite(request: HttpRequest, door: Doorway, form: ByName, meant: Person) -> HttpResponse:
    """Invites, and says so in the same words whether a block stands between the two or not."""
    space = door.space
    assert space is not None, "this page belongs to a space"
    try:
        inviting.invite_person(meant, space=space, by=door.person, role=form.terms["role"])
    except inviting.EnoughForToday:
        form.add_error("who", enough(door.person))
        return show(request, door, by_name=form)
    toast(request, _("%(name)s is invited.") % {"name": meant.name})
    return HttpResponseRedirect(door.to("invitations"))


def who_is_meant(among: PersonRows, given: Mapping[str, Any]) -> list[Person]:
    """The person that was chosen; else whoever has exactly this name; else those whose name holds the words."""
    if given["person"]:
        return list(among.filter(pk=given["person"]))
    exact = among.filter(name_key=folded(given["who"])).order_by("id")
    return list(exact[:SUGGESTED]) or called_like(among, given["who"])


def called_like(among: PersonRows, words: str) -> list[Person]:
    """Some of these people, in whose name all these words occur."""
    found = among
    for word in folded(words).split()[:8]:
        found = found.filter(name_key__contains=word)
    return list(found.order_by("name_key", "id")[:SUGGESTED]) if folded(words) else []


def outside(door: Doorway) -> PersonRows:
    """People with an account who do not belong to the space."""
    return Person.objects.here().with_account().exclude(memberships__space=door.space)


def note(person: Person) -> str:
    """What tells two people of one name apart."""
    return ", ".join(filter(None, [person.what_i_do, person.department, person.place]))
