"""Two things an answer carries for the page's script: what to say, and which draft the server has taken in."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url

from junto.design.toasts import send_with_part

Answer = Callable[[HttpRequest], HttpResponse]
TAKEN = "junto-taken"


def toasts_with_parts(get_response: Answer) -> Answer:
    """An htmx answer draws no page, so what a view wanted said goes along in a header. A redirect leaves it for the next page."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        goes_on = {"HX-Redirect", "HX-Refresh"} & set(response.headers)
        if getattr(request, "htmx", False) and response.status_code == 200 and not goes_on:
            send_with_part(request, response)
        return response

    return answer


def taken_drafts(get_response: Answer) -> Answer:
    """After a form went through (a redirect that does not lead to sign-in) the browser may forget the copy of the words it kept."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "POST" and 300 <= response.status_code < 400 and not _to_sign_in(response):
            key = request.POST.get("draft_key", "")
            if key and len(key) < 100:
                response.set_cookie(TAKEN, key, max_age=600, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
        return response

    return answer


def _to_sign_in(response: HttpResponse) -> bool:
    return response.headers.get("Location", "").startswith(resolve_url(settings.LOGIN_URL))
