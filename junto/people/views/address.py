"""Changing the address one signs in with. Where mail works, a link sent to the new address makes the change."""

from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from junto.design.toasts import toast
from junto.kit.http import answers
from junto.kit.work import later
from junto.people.forms.address import NewAddress
from junto.people.guarding import guarded, signed_in
from junto.people.letters import mail_works, read_address_link, send_address_letter, tell_former_address
from junto.people.models import Person
from junto.people.proof import proved


@answers("GET", "POST")
@proved
@guarded("new-address", signed_in)
def address(request: HttpRequest) -> HttpResponse:
    """Asks for the new address."""
    form = NewAddress(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _change(request, form.cleaned_data["email"])
    return render(request, "account/address.html", {"form": form, "by_letter": mail_works()})


@guarded("address-link")
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The link from the letter: looking changes nothing, the button does."""
    change = read_address_link(token)
    if change is None:
        raise Http404
    if request.method != "POST":
        return render(request, "account/address_confirm.html", {"address": change.new})
    if not take(change.person, change.new):
        raise Http404
    toast(request, _("You sign in with %(address)s from now on.") % {"address": change.new})
    return redirect("account_sessions")


def _change(request: HttpRequest, new: str) -> HttpResponse:
    if mail_works():
        later(send_address_letter, person_id=request.user.pk, address=new)
        toast(request, _("A link is on its way to %(address)s. Open it there, and the address is yours.") % {"address": new})
    elif take(request.user, new):
        toast(request, _("You sign in with %(address)s from now on.") % {"address": new})
    return redirect("account_sessions")


def take(person: Person, new: str) -> bool:
    """Changes the address and tells the former one; False when somebody else was quicker."""
    former = person.email
    try:
        person.take_address(new)
    except IntegrityError:
        return False
    later(tell_former_address, person_id=person.pk, address=former)
    return True
