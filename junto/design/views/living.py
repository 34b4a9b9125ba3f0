"""The living page: every token and component once, with invented data and no database. And the list of keys."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.design import samples
from junto.design.keyboard import key_groups
from junto.kit.http import answers


@answers("GET")
def living(request: HttpRequest) -> HttpResponse:
    """How Junto looks. If a page needs something that is not here, it is added here first."""
    return render(request, "design/living.html", samples.everything())


@answers("GET")
def keys(request: HttpRequest) -> HttpResponse:
    """The keys of the house: for htmx a dialog, for everybody else a page."""
    return render(request, "design/keys/_dialog.html" if request.htmx else "design/keys.html", {"groups": key_groups()})
