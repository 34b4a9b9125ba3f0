from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from junto.kit.http import answers
from junto.posts.models import Thread
from junto.search.related import related

BIGGEST = 2**63 - 1


@answers("GET")
def related_threads(request: HttpRequest, thread_id: int) -> HttpResponse:
    """What is like a thread, beside it."""
    thread = get_object_or_404(Thread.objects.visible_to(request.user), pk=min(thread_id, BIGGEST))
    return render(request, "search/slots/related_rows.html", {"found": related(thread, request.user)})
