"""An app that shows codes, as a second step at sign-in."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from markupsafe import Markup

from junto.design.toasts import toast
from junto.kit.http import answers, method
from junto.people.forms.codes import Code
from junto.people.guarding import guarded, signed_in
from junto.people.models import Person
from junto.people.proof import proved
from junto.people.second_step import app_fits, set_up_app, take_out, ways_of
from junto.people.views.codes import codes_made
from junto.people.ways_in import door_of_ours

SECRET = "app_secret"


@door_of_ours()
@never_cache
@answers("GET", "POST", "DELETE")
@proved
@guarded("new-app", signed_in)
def app(request: HttpRequest) -> HttpResponse:
    """Shows what the app has to know, and waits for the first code it shows."""
    if method(request) == "DELETE":
        return _without(request)
    if ways_of(request.user).app:
        return redirect("account_sessions")
    form = Code(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if app_fits(secret_of(request), form.cleaned_data["code"]):
            return _set_up(request)
        form.refuse()
    return render(request, "account/app.html", {"form": form, **to_know(request, request.user)})


def _set_up(request: HttpRequest) -> HttpResponse:
    try:
        codes = set_up_app(request.user, request.session.pop(SECRET))
    except IntegrityError:  # sent twice in the same moment
        return redirect("account_sessions")
    toast(request, _("From now on sign-in asks for a code from your app."))
    return codes_made(request, codes) if codes else redirect("account_sessions")


def _without(request: HttpRequest) -> HttpResponse:
    row = ways_of(request.user).app
    if row:
        take_out(request.user, row, by=request.user)
        toast(request, _("Sign-in asks for no code from an app any more."))
    return redirect("account_sessions")


def to_know(request: HttpRequest, person: Person) -> dict[str, str]:
    """The secret as text in groups of four, and as a picture drawn here."""
    secret = secret_of(request)
    address = get_adapter().build_totp_url(person, secret)
    drawn = get_adapter().build_totp_svg(address)
    groups = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    return {"secret": groups, "picture": Markup(drawn[drawn.index("<svg") :]), "address": address}


def secret_of(request: HttpRequest) -> str:
    """The same for as long as nobody has used it: a page that is loaded again must not make a scanned picture worthless."""
    return str(request.session.setdefault(SECRET, generate_totp_secret()))
