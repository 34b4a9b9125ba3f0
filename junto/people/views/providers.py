"""Leading people to a provider, and what happens when they come back."""

import logging
from collections.abc import Callable

from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from junto.design.toasts import toast
from junto.kit.http import answers, method, way_back
from junto.people.admissions import come_in, may_come_in
from junto.people.errands import Errand, remember, take, wait_to_link
from junto.people.guarding import guarded
from junto.people.models import Identity, Person
from junto.people.proof import proved, proved_lately, remember_proof
from junto.people.providers import Claims, NotBelieved, Provider, come_back, lead_to, provider_named
from junto.people.signing_in import sign_in
from junto.people.typed import kept_fields
from junto.people.ways_in import LastWay, unlink

log = logging.getLogger(__name__)


@never_cache
@require_http_methods(["POST"])
@guarded("provider")
def begin(request: HttpRequest, name: str) -> HttpResponseBase:
    """Leads to a provider by a page of its own: a form that is sent on to another house is stopped by the content policy."""
    provider = _provider(name)
    if method(request) == "DELETE":
        return without(request, name)
    errand = _errand(request, provider)
    try:
        to, state = lead_to(request, provider, anew=errand.intent == "proof")
    except Exception as error:  # it may not be there, or answer anything
        return _failed(request, provider, error)
    remember(request, state, errand)
    return render(request, "account/provider_leading.html", {"provider": provider, "to": to})


@never_cache
@require_http_methods(["GET"])
@guarded("provider", looks_count=True)
def callback(request: HttpRequest, name: str) -> HttpResponse:
    """Somebody comes back from a provider."""
    provider = _provider(name)
    errand = take(request, name)
    try:
        if errand is None:
            raise NotBelieved("nobody was led there from this browser")
        claims = come_back(request, provider, since=errand.since if errand.intent == "proof" else None)
    except NotBelieved as error:
        return _failed(request, provider, error)
    return GOES_ON[errand.intent](request, claims, errand)


@answers("DELETE")
@proved
def without(request: HttpRequest, name: str) -> HttpResponseBase:
    """Signs in with this provider no more."""
    for identity in Identity.objects.filter(person=request.user, provider=name):
        try:
            unlink(request.user, identity)
        except LastWay:
            toast(request, _("Without it you could no longer sign in. Choose a password or add a passkey first."))
    return redirect("account_sessions")


def _provider(name: str) -> Provider:
    provider = provider_named(name)
    if provider is None:
        raise Http404
    return provider


def _errand(request: HttpRequest, provider: Provider) -> Errand:
    """What for: to sign in, unless they are signed in and want to link (which they have to prove) or to prove."""
    onward, intent = way_back(request, "/"), request.POST.get("proof_intent", "")
    if not request.user.is_authenticated:
        return Errand("sign-in", provider.name, onward)
    if intent == "link" and proved_lately(request):
        return Errand("link", provider.name, reverse("account_sessions"), person=request.user.pk)
    waits = [list(field) for field in kept_fields(request.POST)] if request.POST.get("proof_waits") else None
    return Errand("proof", provider.name, way_back(request, "/", "proof_next"), person=request.user.pk, kept=waits)


def _sign_in(request: HttpRequest, claims: Claims, errand: Errand) -> HttpResponse:
    """Lets in whoever the provider's `sub` belongs to. An address leads to no account: its person proves that first."""
    known = Identity.objects.named(claims)
    if known:
        known.used()
        return sign_in(request, known.person, to=errand.onward)
    if claims.address and Person.objects.by_email(claims.address):
        wait_to_link(request, claims)
        return redirect("account_linking")
    return _newcomer(request, claims, errand)


def _newcomer(request: HttpRequest, claims: Claims, errand: Errand) -> HttpResponse:
    if not claims.address:
        return render(request, "account/provider_no_address.html", {"provider": provider_named(claims.provider)}, status=403)
    if not may_come_in(claims, errand.onward):
        return render(request, "account/provider_not_invited.html", {"address": claims.address}, status=403)
    try:
        return sign_in(request, come_in(claims), to=errand.onward)
    except IntegrityError as error:  # came back twice at once
        return _failed(request, _provider(claims.provider), error)


def _link(request: HttpRequest, claims: Claims, errand: Errand) -> HttpResponse:
    if request.user.pk != errand.person:
        raise Http404
    try:
        Identity.objects.link(request.user, claims)
        toast(request, _("From now on you can sign in with it."))
    except IntegrityError:
        toast(request, _("That is linked to an account already, to this one or to another."))
    return redirect(errand.onward)


def _proof(request: HttpRequest, claims: Claims, errand: Errand) -> HttpResponse:
    """Whoever is signed in has shown at the provider that it is them; a form that waited goes on with one press."""
    known = Identity.objects.named(claims)
    if known is None or not known.person_id == request.user.pk == errand.person:
        return _failed(request, _provider(claims.provider), NotBelieved("proof of somebody else"))
    remember_proof(request)
    if errand.kept is None:
        return redirect(errand.onward)
    return render(request, "account/go_on.html", {"to": errand.onward, "kept": errand.kept})


def _failed(request: HttpRequest, provider: Provider, error: Exception) -> HttpResponse:
    """What went wrong is told to the log by its kind: what a provider sent stays out of it."""
    log.warning("sign-in with %s failed: %s", provider.name, error if isinstance(error, NotBelieved) else type(error).__name__)
    return render(request, "account/provider_failed.html", {"provider": provider}, status=422)


GOES_ON: dict[str, Callable[[HttpRequest, Claims, Errand], HttpResponse]] = {"sign-in": _sign_in, "link": _link, "proof": _proof}
