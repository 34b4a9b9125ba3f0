from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.kit.http import answers


@answers("GET")
def command(request: HttpRequest) -> HttpResponse:
    """What the command box offers for some words: places first, then what was found."""
    return render(request, "pages/_command.html", {"words": request.GET.get("words", "")[:200]})
