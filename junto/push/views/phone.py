"""How Junto comes onto a phone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.kit.http import answers


@answers("GET")
def phone(request: HttpRequest) -> HttpResponse:
    """What to press to install it; works without script."""
    return render(request, "push/phone.html")
