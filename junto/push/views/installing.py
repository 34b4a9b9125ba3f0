"""What a browser asks for by itself: the manifest, the worker, the page it shows when there is nothing else."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from junto.push import worker as scripts
from junto.push.manifest import manifest as told


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """Anybody may install Junto: it names nothing but the house."""
    return JsonResponse(told(), content_type="application/manifest+json")


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Browsers look for a newer one at each visit, and keep no answer of ours but this script itself."""
    text = scripts.script() if settings.BROWSER_WORKER else scripts.leaving()
    return HttpResponse(text, content_type="text/javascript; charset=utf-8")


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """Kept by the worker when it is installed: the same for everybody, and filled in the browser."""
    return render(request, "push/offline.html")
