"""The outermost of all: a number for the request, how long the answer took, and what came of it."""

import logging
from collections.abc import Callable
from time import perf_counter

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from junto.kit.request_number import IN_ENVIRON, numbered
from junto.operating.figures import database_time
from junto.operating.figures.instruments import instruments
from junto.operating.probes import is_probe

log = logging.getLogger("junto.requests")
Answer = Callable[[HttpRequest], HttpResponse]
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}


class Watching:
    """Tells of every request that Django answers by the name of its route: never by its address, which may say who somebody is."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """One request."""
        with numbered(request.META.get(IN_ENVIRON, "")) as number:
            response = self._watch(request)
        response.headers["X-Request-ID"] = number
        return response

    def _watch(self, request: HttpRequest) -> HttpResponse:
        began = perf_counter()
        asked = database_time.count() if settings.METRICS_TOKEN else 0.0
        response = self.get_response(request)
        seconds = perf_counter() - began
        if settings.METRICS_TOKEN:
            instruments().request(route_of(request), response.status_code, seconds, database_time.spent.seconds - asked)
        if log.isEnabledFor(logging.INFO):
            _write(request, response.status_code, seconds)
        return response


def _write(request: HttpRequest, status: int, seconds: float) -> None:
    method = request.method if request.method in METHODS else "OTHER"
    route = route_of(request)
    log.info("%s %s", method, route, extra={"route": route, "status": status, "ms": round(seconds * 1000, 1)})


def route_of(request: HttpRequest) -> str:
    """The name of the route, one of those in `urls.py`; `none` for addresses that lead nowhere."""
    found = request.resolver_match
    if found is not None:
        return found.view_name or "unnamed"
    return "probe" if is_probe(request) else "none"
