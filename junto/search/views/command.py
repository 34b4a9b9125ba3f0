from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.kit.http import answers
from junto.search.going import entries
from junto.search.query import read


@answers("GET")
def go(request: HttpRequest) -> HttpResponse:
    """Entries of the command box for `?words=`: what was found, as options to choose from."""
    asked = read(request.GET.get("words", ""), is_being_typed=True)
    return render(request, "search/entries.html", {"entries": entries(asked, request.user)})
