from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.kit.http import answers


@answers("GET")
def home(request: HttpRequest) -> HttpResponse:
    """The first screen."""
    return render(request, "pages/home.html")


@answers("GET")
def command(request: HttpRequest) -> HttpResponse:
    """What the command box offers for some words."""
    return render(request, "pages/_command.html")
