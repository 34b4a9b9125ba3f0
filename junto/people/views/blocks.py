from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.kit.http import answers
from junto.kit.paging import page
from junto.people.models import Block


@answers("GET")
def blocks(request: HttpRequest) -> HttpResponse:
    """Whom the person blocks. Nobody else sees this."""
    found = Block.objects.filter(person=request.user).select_related("blocked")
    return render(request, "people/blocks.html", {"page": page(found, order=("-since", "-id"), after=request.GET.get("after"))})
