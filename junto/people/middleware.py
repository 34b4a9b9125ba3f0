"""Sets language and time zone to the person's own for the length of a request."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from junto.people.sessions import see, under_its_key
from junto.people.zones import zone_named


class PersonMiddleware:
    """Pages speak the person's language (or the browser's, until one is chosen) and tell times in the person's zone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with under_its_key(request.session):
            person = get_user(request)
        request.user = person  # type: ignore[assignment]  # no longer lazy: a page asks a hundred things of it
        chosen = person.language if person.is_authenticated else ""
        language = chosen or translation.get_language_from_request(request)
        zone = person.time_zone if person.is_authenticated else settings.TIME_ZONE
        with translation.override(language), timezone.override(zone_named(zone)):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
        if person.is_authenticated:
            see(request)
        # For strangers too: their pages hold invitations and tokens, and a cache may keep a 404 nobody told it to keep.
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response
