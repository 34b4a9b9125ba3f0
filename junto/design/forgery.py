"""The token that every form carries, so that no other site can send it; masked once for each page."""

from django.http import HttpRequest
from django.middleware.csrf import get_token
from markupsafe import Markup


def form_token(request: HttpRequest) -> str:
    """The token itself, for scripts."""
    if not hasattr(request, "form_token"):
        request.form_token = get_token(request)  # type: ignore[attr-defined]  # kept for the length of the request
    return str(request.form_token)  # type: ignore[attr-defined]


def csrf(request: HttpRequest) -> Markup:
    """The hidden field of a form."""
    return Markup('<input type="hidden" name="csrfmiddlewaretoken" value="{}">').format(form_token(request))
