"""Who looked at what is somebody's: one's own part for everybody, the whole log for owners and auditors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.kit.http import answers, overseers_only
from junto.people.looks import page_of
from junto.people.models import Look, LookKind


@answers("GET")
def mine(request: HttpRequest) -> HttpResponse:
    """Looks at what is one's own."""
    looks = Look.objects.concerning(request.user)
    return render(request, "people/looks.html", {"page": page_of(looks, request.GET.get("after"))})


@answers("GET")
@overseers_only
def every(request: HttpRequest) -> HttpResponse:
    """The whole log: who, whose and when, and nothing of what was seen. Reading it is a look as well."""
    Look.objects.note(LookKind.LOG, by=request.user)
    return render(request, "people/oversight/looks.html", {"page": page_of(Look.objects.all(), request.GET.get("after"))})
