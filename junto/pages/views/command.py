from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.kit.http import answers
from junto.search.going import entries
from junto.search.query import read


@answers("GET")
def command(request: HttpRequest) -> HttpResponse:
    """What the command box offers for some words: to find or ask them, places of that name, and what was found by name."""
    words = request.GET.get("words", "")[:200]
    return render(request, "pages/_command.html", {"words": words, "entries": entries(read(words, is_being_typed=True), request.user)})
