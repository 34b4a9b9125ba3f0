"""The published list of types, for whoever writes a receiver."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.interop.webhooks.examples import examples
from junto.kit.http import answers


@answers("GET")
def types(request: HttpRequest) -> HttpResponse:
    """Every type with an example."""
    return render(request, "interop/webhooks/types.html", {"examples": examples()})
