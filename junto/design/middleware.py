"""What every answer does besides what its view says: it loses nobody's words, and tells the page's script what was done and taken in."""

import re
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url

from junto.design.toasts import send_with_part
from junto.design.views.errors import signed_out

Answer = Callable[[HttpRequest], HttpResponse]
TAKEN = "junto-taken"
KEY = re.compile(r"[a-z0-9-]{1,99}")
"""What a form calls its words. Anything else in a header would end the answer instead of the draft."""


def toasts_with_parts(get_response: Answer) -> Answer:
    """An htmx answer draws no page, so what a view wanted said goes along in a header. A redirect leaves it for the next page."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        goes_on = {"HX-Redirect", "HX-Refresh"} & set(response.headers)
        if getattr(request, "htmx", False) and response.status_code == 200 and not goes_on:
            send_with_part(request, response)
        return response

    return answer


def words_survive(get_response: Answer) -> Answer:
    """A form that comes in after its session ended is not led to sign-in, where what stood in it would be lost: its words are shown."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method not in ("GET", "HEAD") and _asks_to_sign_in(response):
            return signed_out(request)
        return response

    return answer


def taken_drafts(get_response: Answer) -> Answer:
    """After a form went through (it is answered with a redirect) the browser may forget the copy of the words it kept."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "POST" and 300 <= response.status_code < 400:
            key = request.POST.get("draft_key", "")
            if KEY.fullmatch(key):
                response.set_cookie(TAKEN, key, max_age=600, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
        return response

    return answer


def _asks_to_sign_in(response: HttpResponse) -> bool:
    """As `login_required` does, ours and allauth's; who has just signed out is led there without a way back."""
    return response.headers.get("Location", "").startswith(f"{resolve_url(settings.LOGIN_URL)}?{REDIRECT_FIELD_NAME}=")
