from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.help.asking.gaps import FLOOR, uncovered
from junto.kit.http import answers


@answers("GET")
def gaps(request: HttpRequest) -> HttpResponse:
    """Topics that are asked about and nobody covers, for hosts and owners."""
    return render(request, "help/asking/gaps.html", {"topics": uncovered(request.user), "floor": FLOOR})
