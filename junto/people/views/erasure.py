"""Leaving for good, by oneself or with an owner's help."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from junto.design.toasts import toast
from junto.kit.access import allow
from junto.kit.http import answers, owners_only
from junto.people import rules
from junto.people.forms.leaving import LeavingForm
from junto.people.leaving import leave_for_good
from junto.people.models import LastOwner, Person
from junto.people.proof import proved


@answers("GET", "POST")
@proved
def mine(request: HttpRequest) -> HttpResponse:
    """The person leaves: they choose what becomes of their texts."""
    done = _leave(request, request.user)
    if isinstance(done, LeavingForm):
        return render(request, "people/erasure.html", {"form": done, "person": request.user})
    return done


@answers("GET", "POST")
@owners_only
@proved
def somebody(request: HttpRequest, number: int) -> HttpResponse:
    """An owner does it for somebody who asked."""
    person = get_object_or_404(Person, pk=number)
    allow(rules.may_erase(request.user, person))
    done = _leave(request, person)
    if isinstance(done, LeavingForm):
        return render(request, "people/erasure.html", {"form": done, "person": person})
    return done


@require_http_methods(["GET"])
def gone(request: HttpRequest) -> HttpResponse:
    """What somebody who has left reads last."""
    return render(request, "people/gone.html")


def _leave(request: HttpRequest, person: Person) -> HttpResponse | LeavingForm:
    form = LeavingForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return form
    try:
        leave_for_good(person, by=request.user, keep_texts=form.keep_texts)
    except LastOwner:
        form.add_error(None, _("Somebody must keep the keys. Make somebody else an owner first."))
        return form
    return _farewell(request, person)


def _farewell(request: HttpRequest, person: Person) -> HttpResponse:
    if person.pk == request.user.pk:
        logout(request)
        return redirect("people:gone")
    toast(request, _("%(name)s is signed out, and is being taken out of everything.") % {"name": person.name})
    return redirect("people:everybody")
