"""What shows while somebody types. These are parts only; they answer whoever asks for them with a page as well."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.kit.http import answers
from junto.search.offers import for_a_question, offers
from junto.search.query import read


@answers("GET")
def finds(request: HttpRequest) -> HttpResponse:
    """Under the box at home: answered questions, people and spaces for `?words=`."""
    asked = read(request.GET.get("words", ""), is_being_typed=True)
    return render(request, "search/finds.html", {"asked": asked, "offers": offers(asked, request.user)})


@answers("GET")
def similar(request: HttpRequest) -> HttpResponse:
    """Under the title of a question that is being written (`?title=`): what was answered already."""
    asked = read(request.GET.get("title", ""), is_being_typed=True)
    return render(request, "search/similar/found.html", {"asked": asked, "offers": for_a_question(asked, request.user), "looked": False})
