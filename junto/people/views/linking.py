"""Somebody came from a provider with the address of an account that is here: they prove it is theirs before anything is linked."""

from django.core import signing
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from junto.design.toasts import toast
from junto.kit.http import answers
from junto.kit.work import later
from junto.people.errands import linked, waiting_to_link
from junto.people.guarding import guarded
from junto.people.letters import A_DAY, LINKING_SALT, mail_works, send_linking_letter
from junto.people.models import Identity, Person
from junto.people.proof import proved
from junto.people.providers import Claims, provider_named
from junto.people.ways_in import by_password


@never_cache
@require_http_methods(["GET", "HEAD"])
def linking(request: HttpRequest) -> HttpResponse:
    """Says what waits, and how to prove the account: by signing in as always, or by a letter."""
    claims = waiting_to_link(request)
    if claims is None:
        return redirect("account_sessions")
    shown = {"claims": claims, "provider": provider_named(claims.provider), "by_letter": mail_works(), "by_password": by_password()}
    return render(request, "account/linking.html", shown)


@answers("POST")
@proved
def confirm(request: HttpRequest) -> HttpResponse:
    """Whoever is signed in links what waits with their account."""
    claims = waiting_to_link(request)
    if claims:
        _link(request, request.user, claims)
    return redirect("account_sessions")


@require_http_methods(["POST"])
@guarded("linking-letter")
def letter(request: HttpRequest) -> HttpResponse:
    """Sends a link to the address of the account."""
    claims = waiting_to_link(request)
    if claims and mail_works():
        later(send_linking_letter, address=claims.address, provider=claims.provider, sub=claims.sub)
        return render(request, "account/linking_sent.html")
    return redirect("account_login")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@guarded("linking-link")
def link(request: HttpRequest, token: str) -> HttpResponse:
    """The link from the letter. It is good in the browser that asked for it: looking changes nothing, the button links."""
    claims = waiting_to_link(request)
    person = _person_of(token, claims) if claims else None
    if claims is None or person is None:
        return render(request, "account/linking_gone.html", status=404)
    if request.method != "POST":
        return render(request, "account/linking_link.html", {"claims": claims, "provider": provider_named(claims.provider)})
    _link(request, person, claims)
    return render(request, "account/linking_done.html", {"provider": provider_named(claims.provider)})


def _link(request: HttpRequest, person: Person, claims: Claims) -> None:
    linked(request)
    try:
        Identity.objects.link(person, claims)
        toast(request, _("From now on you can sign in with it."))
    except IntegrityError:
        toast(request, _("That is linked to an account already, to this one or to another."))


def _person_of(token: str, claims: Claims) -> Person | None:
    try:
        number, address, provider, sub = signing.loads(token, salt=LINKING_SALT, max_age=A_DAY)
    except signing.BadSignature:
        return None
    if (address, provider, sub) != (claims.address, claims.provider, claims.sub):
        return None
    return Person.objects.here().filter(pk=number, email=address).first()
