"""The doors for machines stand before host, session and language: a balancer asks by the number of the machine, and nothing in what
it is told depends on the name it asks by.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from junto.operating.views import health, metrics

Answer = Callable[[HttpRequest], HttpResponse]
DOORS: list[URLPattern] = [
    path("health/live", health.live, name="live"),
    path("health/ready", health.ready, name="ready"),
    path("metrics", metrics.metrics, name="metrics"),
]
_views: dict[str, Answer] = {f"/{door.pattern}": door.callback for door in DOORS}


class Probes:
    """Answers these doors at once, and sends everything else on."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """One request."""
        return _views.get(request.path_info, self.get_response)(request)


def is_probe(request: HttpRequest) -> bool:
    """Whether a machine asks at one of these doors."""
    return request.path_info in _views
