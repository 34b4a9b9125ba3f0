from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.digest.mailings import WeeksLetter
from junto.digest.models import Edition, Rhythm
from junto.digest.reading import issues
from junto.kit.http import answers
from junto.kit.paging import page
from junto.mail.models import Stop


@answers("GET")
def editions(request: HttpRequest) -> HttpResponse:
    """What the person was given this week and in the weeks before, as they may see it now."""
    rows = Edition.objects.of(request.user).with_something()
    found = page(rows, order=("-id",), after=request.GET.get("after"), size=4)
    stopped = Stop.objects.stands(request.user, WeeksLetter.name)
    shown = {"page": found, "issues": issues(found.rows, request.user), "rhythm": Rhythm.objects.of(request.user), "stopped": stopped}
    return render(request, "digest/editions.html", shown)
