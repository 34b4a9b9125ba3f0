"""Doors that may not be tried too often: one decorator, one page that says when to try again and keeps what was typed."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from math import ceil

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from junto.kit.clock import now
from junto.kit.http import View
from junto.people.limits import DOORS, Try, address_of, network_of, note
from junto.people.models.person import tidy_email
from junto.people.typed import kept_fields

LOOKING = ("GET", "HEAD", "OPTIONS")
Account = Callable[[HttpRequest], str]


def typed(field: str) -> Account:
    """The account that is meant by the address typed into a field."""
    return lambda request: tidy_email(request.POST.get(field, "")[:254]) or ""


def signed_in(request: HttpRequest) -> str:
    """The account of whoever is signed in."""
    return str(request.user.pk or "")


def guarded(door: str, account: Account | None = None, *, looks_count: bool = False) -> Callable[[View], View]:
    """Marks a view as a door of `limits.DOORS`. Looking at it (GET) is free, unless looking is trying."""

    def mark(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if request.method in LOOKING and not looks_count:
                return view(request, *args, **kwargs)
            tried = Try(door, network_of(address_of(request)), account(request) if account else "")
            until = tried.count()
            if until:
                return too_often(request, until)
            response = view(request, *args, **kwargs)
            if DOORS[door].forgives and 300 <= response.status_code < 400:
                tried.take_back()
            return response

        return checked

    return mark


def too_often(request: HttpRequest, until: datetime) -> HttpResponse:
    """429: when to try again, and a button that brings back what was typed."""
    note(request, "too many tries")
    seconds = max(1, ceil((until - now()).total_seconds()))
    shown = {"minutes": ceil(seconds / 60), "kept": kept_fields(request.POST), "again": request.get_full_path()}
    response = render(request, "account/too_often.html", shown, status=429)
    response.headers["Retry-After"] = str(seconds)
    return response
