"""Passkeys: to sign in with, to add, to name, to take out."""

from allauth.account.internal.flows.login import perform_login
from allauth.account.internal.stagekit import unstash_login
from allauth.account.models import Login
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from junto.design.toasts import toast
from junto.kit.http import answers, method, way_back
from junto.people.agents import agent_name
from junto.people.forms.passkeys import NewPasskey, PasskeyName
from junto.people.guarding import guarded
from junto.people.models import Person
from junto.people.passkeys import LastWay, add_passkey, rename_passkey, signer, take_out_passkey, to_add, to_sign
from junto.people.proof import proved
from junto.people.second_step import PASSKEY
from junto.people.views.codes import codes_made
from junto.people.ways_in import door_of_ours


@door_of_ours()
@never_cache
@require_http_methods(["POST"])
@guarded("passkey")
def challenge(request: HttpRequest) -> JsonResponse:
    """What a browser signs: for whoever is signed in, for whoever gave their password just now, or for anybody."""
    return JsonResponse(to_sign(_known(request)))


@door_of_ours()
@require_http_methods(["POST"])
@guarded("passkey")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Signs in with a passkey alone: it knows its person and is two steps in one."""
    row = signer(request.POST.get("credential", ""))
    if row is None:
        return render(request, "account/passkey_failed.html", status=422)
    post_authentication(request, row, passwordless=True)
    response: HttpResponse = perform_login(request, Login(user=row.user, redirect_url=way_back(request, "/")))
    return response


@door_of_ours()
@never_cache
@answers("GET", "POST")
@proved
def passkeys(request: HttpRequest) -> HttpResponse:
    """Adds a passkey."""
    if request.method == "POST":
        form = NewPasskey(request.POST)
        if form.is_valid():
            codes = add_passkey(request.user, **form.cleaned_data)
            toast(request, _("You can sign in with this passkey from now on."))
            return codes_made(request, codes) if codes else redirect("account_sessions")
    else:
        form = NewPasskey(initial={"name": agent_name(request.headers.get("User-Agent", ""))})
    return render(request, "account/passkey_new.html", {"form": form, "options": to_add(request.user)})


@door_of_ours()
@answers("GET", "PUT", "DELETE")
@proved
def passkey(request: HttpRequest, number: int) -> HttpResponse:
    """Names a passkey, or takes it out."""
    row = Authenticator.objects.filter(user=request.user, type=PASSKEY, pk=number).first()
    if row is None:
        raise Http404
    if method(request) == "DELETE":
        return _without(request, row)
    form = PasskeyName(request.POST if request.method == "POST" else None, initial={"name": row.data["name"]})
    if request.method == "POST" and form.is_valid():
        rename_passkey(row, form.cleaned_data["name"])
        return redirect("account_sessions")
    return render(request, "account/passkey.html", {"form": form, "row": row})


def _without(request: HttpRequest, row: Authenticator) -> HttpResponse:
    try:
        take_out_passkey(request.user, row)
    except LastWay:
        toast(request, _("Without this passkey you could no longer sign in. Choose a password first."))
    else:
        toast(request, _("The passkey is taken out."))
    return redirect("account_sessions")


def _known(request: HttpRequest) -> Person | None:
    if request.user.is_authenticated:
        return request.user
    login = unstash_login(request, peek=True)
    return login.user if login else None
