"""The outermost of all: how long an answer took, and what came of it."""

from collections.abc import Callable
from time import perf_counter

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from junto.operating.figures import database_time
from junto.operating.figures.instruments import instruments
from junto.operating.probes import is_probe

Answer = Callable[[HttpRequest], HttpResponse]


class Watching:
    """Counts every request that Django answers, by the name of its route: never by its address, which may say who somebody is."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """One request."""
        began = perf_counter()
        counts = bool(settings.METRICS_TOKEN)
        asked = database_time.count() if counts else 0.0
        response = self.get_response(request)
        seconds = perf_counter() - began
        if counts:
            instruments().request(route_of(request), response.status_code, seconds, database_time.spent.seconds - asked)
        return response


def route_of(request: HttpRequest) -> str:
    """The name of the route, one of those in `urls.py`; `none` for addresses that lead nowhere."""
    found = request.resolver_match
    if found is not None:
        return found.view_name or "unnamed"
    return "probe" if is_probe(request) else "none"
