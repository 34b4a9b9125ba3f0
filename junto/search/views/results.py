from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.kit.http import answers
from junto.kit.meaning.chosen import wanted
from junto.kit.slots import slots_of
from junto.search.finding import find
from junto.search.narrowing import Narrowing
from junto.search.offers import besides, named
from junto.search.query import read
from junto.search.query.filters import NAMES


@answers("GET")
def results(request: HttpRequest) -> HttpResponse:
    """What was found for `?words=`, a page at a time; first of all people and spaces of that name, when there are no filters."""
    asked = read(request.GET.get("words", ""))
    findings = find(asked, request.user, request.GET.get("after", ""))
    is_whole = findings.is_first and not asked.filters
    of_that_name = named(asked, request.user) if is_whole else None
    is_empty = findings.is_first and not findings.rows and not findings.meant and not of_that_name
    things = {"asked": asked, "findings": findings, "named": of_that_name, "narrowing": Narrowing(asked, request.user)}
    things["filters"] = [f"{name}:" for name in NAMES] if asked.no_filters else []
    things["besides"] = besides(asked, request.user) if is_empty else None
    things["by_meaning"] = bool(wanted())
    parts = slots_of("search", request, words=asked.text) if asked.parts else []
    return render(request, "search/results.html", {**things, "parts": parts})
