"""What owners see of accounts and do to them. Whoever is concerned reads who did it, and why when it was said."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.access import allow
from junto.kit.http import answers, method, owners_only
from junto.people import rules
from junto.people.account import account_of
from junto.people.forms.why import Why
from junto.people.models import LastOwner, Look, LookKind, Person
from junto.people.proof import proved
from junto.people.second_step import take_out_all
from junto.people.sign_in_links import make_sign_in_link
from junto.people.ways_in import door_of_ours


@answers("GET")
@owners_only
def account(request: HttpRequest, number: int) -> HttpResponse:
    """How an account stands, and what an owner may do to it."""
    somebody = get_object_or_404(Person, pk=number)
    Look.objects.note(LookKind.ACCOUNT, by=request.user, people=[somebody.pk])
    return render(request, "people/account.html", {"account": account_of(somebody, request.user), "form": Why()})


@answers("POST", "DELETE")
@owners_only
def deactivation(request: HttpRequest, number: int) -> HttpResponse:
    """Ends an account, or opens it again."""
    somebody = get_object_or_404(Person, pk=number)
    if method(request) == "DELETE":
        somebody.reactivate(by=request.user, why=why(request))
        return back(somebody)
    allow(rules.may_deactivate(request.user, somebody))
    somebody.deactivate(by=request.user, why=why(request))
    toast(request, _("%(name)s is signed out everywhere and cannot sign in.") % {"name": somebody.name}, undo=request.path, method="DELETE")
    return back(somebody)


@answers("POST", "DELETE")
@owners_only
@proved
def ownership(request: HttpRequest, number: int) -> HttpResponse:
    """Gives the keys to somebody, or takes them back; somebody always has them."""
    somebody = get_object_or_404(Person, pk=number)
    allow(rules.may_be_given_a_part(request.user, somebody))
    if method(request) == "POST":
        somebody.make_owner(by=request.user, why=why(request))
        return back(somebody)
    try:
        somebody.end_ownership(by=request.user, why=why(request))
    except LastOwner:
        toast(request, _("Somebody must keep the keys. Make somebody else an owner first."))
    return redirect(somebody)


@answers("POST", "DELETE")
@owners_only
@proved
def auditing(request: HttpRequest, number: int) -> HttpResponse:
    """Makes somebody an auditor, or no longer."""
    somebody = get_object_or_404(Person, pk=number)
    allow(rules.may_be_given_a_part(request.user, somebody))
    changed = somebody.make_auditor if method(request) == "POST" else somebody.end_auditing
    changed(by=request.user, why=why(request))
    return back(somebody)


@answers("DELETE")
@owners_only
@proved
def second_step(request: HttpRequest, number: int) -> HttpResponse:
    """Takes the second step off for somebody who lost their phone and their codes; they are told by letter."""
    somebody = get_object_or_404(Person, pk=number)
    allow(rules.may_be_given_link(request.user, somebody))
    take_out_all(somebody, by=request.user, why=why(request))
    toast(request, _("%(name)s signs in with the password alone from now on.") % {"name": somebody.name})
    return back(somebody)


@door_of_ours()
@answers("POST")
@owners_only
@proved
def sign_in_link(request: HttpRequest, number: int) -> HttpResponse:
    """Makes a link to hand over, and shows it this once."""
    somebody = get_object_or_404(Person, pk=number)
    allow(rules.may_be_given_link(request.user, somebody))
    link = request.build_absolute_uri(make_sign_in_link(somebody, by=request.user, why=why(request)))
    return render(request, "people/sign_in_link.html", {"person": somebody, "link": link})


def why(request: HttpRequest) -> str:
    """What was given as the reason; what is too long is cut, not refused."""
    return request.POST.get("why", "")


def back(somebody: Person) -> HttpResponse:
    """To the page of the account, where it was done."""
    return redirect("people:account", somebody.pk)
