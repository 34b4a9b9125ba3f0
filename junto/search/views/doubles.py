from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.kit.access import allow
from junto.kit.http import answers
from junto.kit.meaning.chosen import wanted
from junto.search.doubles import likely_doubles
from junto.spaces import rules
from junto.spaces.views.here import here


@answers("GET")
def doubles(request: HttpRequest, slug: str) -> HttpResponse:
    """For hosts: questions of their space that are likely the same, to be said to belong together with one press."""
    found = here(request, slug)
    allow(rules.may_lead(found.part))
    return render(
        request,
        "search/doubles.html",
        {"space": found.space, "pairs": likely_doubles(found.space, request.user), "by_meaning": bool(wanted())},
    )
