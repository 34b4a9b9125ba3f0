"""What views of every room share about requests and answers."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

View = Callable[..., HttpResponseBase]


def method(request: HttpRequest) -> str:
    """The verb that is meant: a plain form can only POST and says DELETE or PUT in its field `_method`."""
    if request.method == "POST" and request.POST.get("_method") in ("DELETE", "PUT"):
        return str(request.POST["_method"])
    return request.method or "GET"


def answers(*methods: str) -> Callable[[View], View]:
    """Marks a view for signed-in people that answers these methods and no others (405). GET includes HEAD."""
    wanted = {*methods, "HEAD"} if "GET" in methods else set(methods)

    def mark(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if method(request) not in wanted:
                return HttpResponseNotAllowed(sorted(wanted))
            return view(request, *args, **kwargs)

        return login_required(checked)

    return mark


def owners_only(view: View) -> View:
    """Only an owner of the instance gets in; others get 403."""
    return _only(view, lambda person: person.is_owner)


def overseers_only(view: View) -> View:
    """Only owners and auditors get in; others get 403."""
    return _only(view, lambda person: person.is_overseer)


def _only(view: View, permitted: Callable[[Any], bool]) -> View:
    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not permitted(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return checked


def part_or_redirect(request: HttpRequest, template: str, context: dict[str, Any], *, to: Any) -> HttpResponse:
    """For htmx the part that changed, for everybody else the page it stands on (an object with `get_absolute_url`, or a path)."""
    if getattr(request, "htmx", False):
        return render(request, template, context)
    return HttpResponseRedirect(to if isinstance(to, str) else to.get_absolute_url())


def way_back(request: HttpRequest, default: str, field: str = "next") -> str:
    """Where the person came from, when that is a page of this house; otherwise `default`."""
    wanted = request.POST.get(field) or request.GET.get(field) or ""
    inside = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return wanted if inside else default
