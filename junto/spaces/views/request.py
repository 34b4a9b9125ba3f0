"""Asking to be let in, and answering."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from junto.design.toasts import toast, too_late
from junto.kit.access import allow
from junto.kit.http import answers, method
from junto.kit.paging import page
from junto.kit.undo import undo_path, undone
from junto.people.models import Person
from junto.spaces import rules
from junto.spaces.forms.request import RequestForm
from junto.spaces.models import JoinRequest
from junto.spaces.views.here import Here, here


@answers("GET", "POST", "DELETE")
def request(http: HttpRequest, slug: str) -> HttpResponse:
    """POST asks the hosts to be let in, DELETE takes that back, GET shows the form."""
    found = here(http, slug)
    if method(http) == "DELETE":
        return withdraw(http, found)
    allow(rules.may_request(found.space, found.part))
    form = RequestForm(http.POST if http.method == "POST" else None)
    if not (form.is_bound and form.is_valid()):
        return render(http, "spaces/request.html", {"space": found.space, "form": form}, status=422 if form.is_bound else 200)
    JoinRequest.objects.ask(found.space, by=found.person, message=form.cleaned_data["message"])
    toast(http, _("The hosts of %(space)s have your request.") % {"space": found.space.name})
    return HttpResponseRedirect(found.space.get_absolute_url())


def withdraw(http: HttpRequest, found: Here) -> HttpResponse:
    """Takes the request back; nothing happens when there is none."""
    for asked in found.person.join_requests.filter(space=found.space):
        asked.withdraw()
    toast(http, _("You no longer ask to be let in."))
    return HttpResponseRedirect(found.space.get_absolute_url())


@answers("GET")
def requests(http: HttpRequest, slug: str) -> HttpResponse:
    """Who waits to be let in, oldest first."""
    found = here(http, slug)
    allow(rules.may_lead(found.part))
    waiting = page(found.space.join_requests.for_rows(), order=("at", "id"), after=http.GET.get("after"))
    return render(http, "spaces/requests.html", {"space": found.space, "waiting": waiting})


@answers("POST", "PUT", "DELETE")
def answer(http: HttpRequest, slug: str, number: int) -> HttpResponse:
    """POST lets somebody in, DELETE says not now, which PUT undoes. What another host answered meanwhile stands."""
    found = here(http, slug)
    allow(rules.may_lead(found.part))
    if method(http) == "PUT":
        return wait_again(http, found)
    asked = get_object_or_404(found.space.join_requests.for_rows(), pk=number)
    if method(http) == "DELETE":
        asked.decline(by=found.person)
        undo = undo_path(http.path, person=asked.person_id, message=asked.message, at=asked.at.isoformat())
        toast(http, _("Not now. %(name)s may ask again.") % {"name": asked.person.name}, undo=undo, method="PUT")
    else:
        asked.accept(by=found.person)
        toast(http, _("%(name)s belongs to %(space)s now.") % {"name": asked.person.name, "space": found.space.name})
    return HttpResponseRedirect(reverse("spaces:requests", args=[found.space.slug]))


def wait_again(http: HttpRequest, found: Here) -> HttpResponse:
    """Whoever was just not let in waits at the door as before."""
    declined = undone(http)
    if declined is None:
        toast(http, too_late())
    else:
        asking = get_object_or_404(Person.objects.here(), pk=declined["person"])
        at = datetime.fromisoformat(declined["at"])
        JoinRequest.objects.put_back(found.space, by=asking, message=declined["message"], at=at)
    return HttpResponseRedirect(reverse("spaces:requests", args=[found.space.slug]))
