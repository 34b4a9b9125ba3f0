"""Threads of a space, as a list."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junto.kit.http import answers
from junto.kit.paging import page
from junto.posts.models import Thread
from junto.posts.views.fetching import space_here

FILTERS = ("all", "unanswered", "unsolved", "solved", "closed")
BY_ACTIVITY = ("-last_activity_at", "-id")


@answers("GET")
def of_space(request: HttpRequest, slug: str) -> HttpResponse:
    """All threads of a space, or those that stand as `?show=` says; what moved last comes first."""
    space = space_here(request, slug)
    membership = space.membership_of(request.user)
    show = request.GET.get("show", "all")
    show = show if show in FILTERS else "all"
    rows = getattr(Thread.objects.filter(space=space).visible_to(request.user), show)().for_rows().with_read_position_of(request.user)
    found = page(rows, order=BY_ACTIVITY, after=request.GET.get("after"))
    return render(request, "posts/space_threads.html", {"space": space, "show": show, "page": found, "membership": membership})
