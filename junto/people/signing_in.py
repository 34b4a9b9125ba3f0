"""How people sign in, where this house differs from allauth's way."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from allauth.core import context
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from junto.design.toasts import toast
from junto.kit.compiled import compiled
from junto.people.limits import address_of, note
from junto.people.models import Person
from junto.people.proof import remember_proof
from junto.people.sessions import begin_to_see
from junto.people.ways_in import by_password
from junto.people.zones import time_zones

SET_UP = "junto.people.duty.SetUp"


@compiled
def _people(person: int) -> "QuerySet[Person]":
    return Person.objects.filter(pk=person)


class Backend(AuthenticationBackend):
    """Signing in is allauth's; who is signed in is asked with every request, so in the cheapest way."""

    def get_user(self, user_id: int) -> Person | None:
        """The person behind a session, unless their account was ended."""
        person = next(iter(_people(person=int(user_id))), None)
        return person if person is not None and self.user_can_authenticate(person) else None


def sign_in(request: HttpRequest, person: Person, *, to: str = "/") -> HttpResponse:
    """Signs somebody in who has just shown that they may (a one-time link, an invitation), and leads to `to`."""
    if person.last_login is None:
        _begin_in_their_zone(request, person)
    return perform_login(request, Login(user=person, email=person.email, redirect_url=to))


def _begin_in_their_zone(request: HttpRequest, person: Person) -> None:
    zone = request.COOKIES.get("junto-zone", "")
    if zone in time_zones():
        person.change_profile(time_zone=zone)


class Adapter(DefaultAccountAdapter):
    """People come in by invitation only; nobody can open an account from the sign-in page."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("This address and this password do not go together. Look at both once more."),
    }
    SAID: ClassVar[dict[str, Any]] = {
        "account/messages/password_changed.txt": _("Your new password is set. Every other browser is signed out."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """People have no user names."""

    def is_ajax(self, request: HttpRequest) -> bool:
        """These pages are pages for everybody; nothing here answers JSON."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Only paths of this house: not even another name of this machine."""
        request = context.request
        return url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()}, require_https=request.is_secure())

    def add_message(self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any) -> None:
        """Of what allauth would say, only what is not plain to see."""
        if message_template in self.SAID:
            toast(request, str(self.SAID[message_template]))

    def get_login_stages(self) -> list[str]:
        """Where the provider alone signs people in, the second step is the provider's as well. Elsewhere it may be a duty."""
        stages: list[str] = super().get_login_stages()
        return [*stages, SET_UP] if by_password() else [stage for stage in stages if not stage.endswith("AuthenticateStage")]

    def login(self, request: HttpRequest, user: Any) -> None:
        """However somebody signs in, they have just shown who they are."""
        super().login(request, user)
        remember_proof(request)
        begin_to_see(request)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Written down without what was typed."""
        note(request, "a sign-in that failed")

    def set_password(self, user: Person, password: str) -> None:
        """The verb does it, and ends the other sessions and their streams at once."""
        user.change_password(password, but=context.request.session.session_key or "")

    def get_client_ip(self, request: HttpRequest) -> str:
        """One answer for limits and for the list of devices."""
        return address_of(request)

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        """Who knows the password of an account that was ended is told so; anybody else hears the same as for no account."""
        return render(request, "account/inactive.html", status=403)
