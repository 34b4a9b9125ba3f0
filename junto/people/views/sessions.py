"""Where a person is signed in, and signing out: here, there, everywhere else."""

from allauth.account.internal.flows.logout import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from junto.design.toasts import toast
from junto.kit.http import answers, part_or_redirect
from junto.people.agents import agent_name
from junto.people.models import Identity
from junto.people.providers import providers
from junto.people.second_step import ways_of
from junto.people.sessions import end_session, end_sessions, forget_session, sessions_of
from junto.people.ways_in import by_password


@answers("GET")
def sessions(request: HttpRequest) -> HttpResponse:
    """The browsers the person is signed in with, and how they sign in."""
    return render(request, "account/sessions.html", {**_ways(request), **_places(request)})


@answers("DELETE")
def session(request: HttpRequest, number: int) -> HttpResponse:
    """Signs the person out in one other place."""
    if not end_session(request.user.pk, number):
        raise Http404
    toast(request, _("Signed out there."))
    return part_or_redirect(request, "account/_places.html", _places(request), to=reverse("account_sessions"))


@answers("DELETE")
def others(request: HttpRequest) -> HttpResponse:
    """Signs the person out everywhere but here."""
    end_sessions(request.user.pk, but=request.session.session_key or "")
    toast(request, _("Signed out everywhere else."))
    return part_or_redirect(request, "account/_places.html", _places(request), to=reverse("account_sessions"))


@require_http_methods(["GET", "POST"])
def sign_out(request: HttpRequest) -> HttpResponse:
    """Signs out here; a link that only leads here asks first."""
    if request.method == "GET" and request.user.is_authenticated:
        return render(request, "account/logout.html")
    key = request.session.session_key or ""
    logout(request, show_message=False)
    forget_session(key)
    return redirect("account_login")


def _ways(request: HttpRequest) -> dict[str, object]:
    linked = list(Identity.objects.filter(person=request.user).order_by("linked_at", "pk"))
    names = {identity.provider for identity in linked}
    more = [provider for provider in providers() if provider.name not in names]
    labels = {provider.name: provider.label for provider in providers()}
    return {"ways": ways_of(request.user), "linked": linked, "labels": labels, "more": more, "by_password": by_password()}


def _places(request: HttpRequest) -> dict[str, object]:
    found = sessions_of(request.user.pk)
    places = [(place, agent_name(place.user_agent), place.session_key == request.session.session_key) for place in found]
    return {"places": places, "elsewhere": any(not here for _place, _name, here in places)}
