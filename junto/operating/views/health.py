"""Doors for machines that watch: short, without names, versions or addresses, because strangers can ask."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from junto.operating import readiness


@never_cache
@require_http_methods(["GET", "HEAD"])
def live(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is touched."""
    return HttpResponse("alive\n", content_type="text/plain")


@never_cache
@require_http_methods(["GET", "HEAD"])
def ready(request: HttpRequest) -> HttpResponse:
    """200 when people can be served, 503 otherwise, and which of a few things is not well."""
    found = readiness.readiness.now()
    is_ready = all(found.values())
    answer = JsonResponse({"ready": is_ready, "checks": found}, status=200 if is_ready else 503)
    answer._has_been_logged = True  # type: ignore[attr-defined]  # what is not well is said once, and not by each who asks
    return answer
