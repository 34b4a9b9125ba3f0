"""The page for a forgotten password: a letter, where mail works; otherwise who can help."""

from typing import Any

from allauth.account.views import password_reset
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from junto.people.letters import mail_works


@require_http_methods(["GET", "POST"])
def forgotten(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """Asks for the address; without mail it says that an owner can make a link. Nobody is looked up here."""
    if not mail_works():
        return render(request, "account/password_reset_by_hand.html")
    return password_reset(request, **kwargs)
