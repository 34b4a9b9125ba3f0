"""The pages for a forgotten password and for a new one."""

from typing import Any

from allauth.account.views import password_reset
from allauth.usersessions.models import UserSession
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from junto.design.toasts import toast
from junto.kit.http import answers, method
from junto.people.forms.account import NewPassword
from junto.people.guarding import guarded, typed
from junto.people.letters import mail_works
from junto.people.models import Person
from junto.people.passkeys import LastWay, do_without_password
from junto.people.proof import proved
from junto.people.ways_in import door_of_ours


@door_of_ours()
@guarded("reset", typed("email"))
@require_http_methods(["GET", "HEAD", "POST"])
def forgotten(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """Asks for the address; without mail it says that an owner can make a link. Nobody is looked up here."""
    if not mail_works():
        return render(request, "account/password_reset_by_hand.html")
    return password_reset(request, **kwargs)


@door_of_ours()
@answers("GET", "POST", "DELETE")
@proved
def new(request: HttpRequest) -> HttpResponse:
    """A new password, or the first one, or none any more. Every other browser is signed out."""
    if method(request) == "DELETE":
        return _without(request, request.user)
    form = NewPassword(request.POST or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        _take(request, request.user, form.cleaned_data["password"])
        toast(request, _("Your new password is set. Every other browser is signed out."))
        return redirect("account_sessions")
    return render(request, "account/password_change.html", {"form": form})


def _without(request: HttpRequest, person: Person) -> HttpResponse:
    try:
        do_without_password(person)
    except LastWay:
        toast(request, _("Add a passkey first: without a password and without a passkey you could no longer sign in."))
    else:
        _stay_signed_in(request, person)
        toast(request, _("From now on you sign in with a passkey."))
    return redirect("account_sessions")


def _take(request: HttpRequest, person: Person, password: str) -> None:
    person.change_password(password, but=request.session.session_key or "")
    _stay_signed_in(request, person)


def _stay_signed_in(request: HttpRequest, person: Person) -> None:
    """A session is tied to the password; this one goes on under a new key, and the list of sessions learns of it."""
    UserSession.objects.filter(session_key=request.session.session_key).delete()
    update_session_auth_hash(request, person)
    UserSession.objects.create_from_request(request)
