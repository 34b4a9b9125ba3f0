"""The door for Prometheus."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from junto.operating.figures.instruments import folder, forget_ended, instruments
from junto.operating.figures.standing import StandingFigures


@never_cache
@require_http_methods(["GET", "HEAD"])
def metrics(request: HttpRequest) -> HttpResponse:
    """The figures of this machine's processes, for whoever has the token; for everybody else there is nothing here."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not settings.METRICS_TOKEN or not constant_time_compare(given, settings.METRICS_TOKEN):
        return HttpResponseNotFound("Nothing here\n", content_type="text/plain")
    from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
    from prometheus_client.multiprocess import MultiProcessCollector

    instruments().look_around()
    forget_ended()
    registry = CollectorRegistry()
    MultiProcessCollector(registry, path=str(folder()))
    registry.register(StandingFigures())
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)
