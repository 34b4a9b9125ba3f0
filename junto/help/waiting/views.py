"""The questions of a space that wait for an answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.help.waiting.usual import unanswered, usual_hours, waiting_longer
from junto.kit.clock import now
from junto.kit.http import answers
from junto.kit.paging import page
from junto.posts.models import Thread
from junto.posts.views.fetching import space_here


@answers("GET")
def waiting(request: HttpRequest, slug: str) -> HttpResponse:
    """The oldest first, and which of them have waited longer than is usual here."""
    space = space_here(request, slug)
    rows = unanswered().filter(space=space).visible_to(request.user).for_rows().with_read_position_of(request.user)
    found = page(rows, order=("opened_at", "id"), after=request.GET.get("after"))
    late = waiting_longer(Thread.objects.filter(pk__in=[thread.pk for thread in found.rows])) if found.rows else set()
    given = {"space": space, "page": found, "late": late, "usual": round(usual_hours([space.pk], now())[space.pk])}
    return render(request, "help/waiting/waiting.html", given | {"membership": space.membership_of(request.user)})
