from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.digest.models import Edition, Rhythm
from junto.digest.reading import issues
from junto.kit.http import answers
from junto.kit.paging import page


@answers("GET")
def editions(request: HttpRequest) -> HttpResponse:
    """What the person was given this week and in the weeks before, as they may see it now."""
    rows = Edition.objects.of(request.user).with_something()
    found = page(rows, order=("-week", "-id"), after=request.GET.get("after"), size=4)
    shown = {"page": found, "issues": issues(found.rows, request.user), "rhythm": Rhythm.objects.of(request.user)}
    return render(request, "digest/editions.html", shown)
