"""Dangerous acts ask once more who somebody is, when they last showed it longer ago than some minutes. One rule, one decorator."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from junto.kit.clock import now
from junto.kit.http import View
from junto.people.forms.proof import Proof
from junto.people.guarding import too_often
from junto.people.limits import Try, address_of, network_of, note
from junto.people.typed import kept_fields

SESSION_KEY = "proved_at"


def remember_proof(request: HttpRequest) -> None:
    """They have just shown who they are: by signing in, or by being asked again."""
    request.session[SESSION_KEY] = now().timestamp()


def proved_lately(request: HttpRequest) -> bool:
    """Whether that is not long ago."""
    lasts = timedelta(minutes=settings.PROOF_MINUTES)
    return bool(now().timestamp() - request.session.get(SESSION_KEY, 0) < lasts.total_seconds())


def proved(view: View) -> View:
    """Marks a view as a dangerous act. Who has to show first who they are finds everything they wrote again afterwards:

    a form comes back in the page that asks, and goes on to where it was sent; a page is opened once the question is answered.
    """

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if proved_lately(request):
            return view(request, *args, **kwargs)
        if request.method != "POST":
            return HttpResponseRedirect(f"{reverse('account_proof')}?{urlencode({'next': request.get_full_path()})}")
        if "proof" not in request.POST:
            return ask(request, Proof(person=request.user))
        return prove(request, lambda: view(request, *args, **kwargs))

    return checked


def prove(request: HttpRequest, go_on: Callable[[], HttpResponseBase], onward: str | None = None) -> HttpResponseBase:
    """Looks at what was given as proof, and goes on with what was begun when it is right."""
    tried = Try("proof", network_of(address_of(request)), str(request.user.pk))
    until = tried.count()
    if until:
        return too_often(request, until)
    form = Proof(request.POST, person=request.user)
    if not form.is_valid():
        note(request, "a proof that was none")
        return ask(request, form, onward)
    tried.take_back()
    remember_proof(request)
    return go_on()


def ask(request: HttpRequest, form: Proof, onward: str | None = None) -> HttpResponse:
    """The page that asks. It takes along whatever the form before it held; `onward` is set where no form waits."""
    shown = {"form": form, "kept": kept_fields(request.POST), "onward": onward}
    return render(request, "account/proof.html", shown, status=403 if request.method == "POST" else 200)
