"""Reading a thread."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render

from junto.kit.http import answers
from junto.kit.slots import slots_of
from junto.kit.troubles import if_possible
from junto.posts.addresses import address_of, number_asked
from junto.posts.attached.carried import Carried
from junto.posts.forms import PostForm
from junto.posts.models import Post, ReadPosition, Thread
from junto.posts.thread_page import ThreadPage
from junto.posts.views.fetching import thread_here

MOST_FRESH = 99


@answers("GET")
def thread(request: HttpRequest, thread_id: int) -> HttpResponse:
    """One page of a thread. Reading it moves the reader's position."""
    thread, _ = thread_here(request, thread_id)
    page = ThreadPage(thread, request.user, after=number_asked(request, "after"), before=number_asked(request, "before"))
    parts = slots_of("thread", request, thread=thread)
    files = Carried(request, f"thread-{thread.pk}", is_empty=not thread.has_files)
    became = slots_of("question", request, thread=thread) if thread.is_question and page.is_first else []
    shown = {"page": page, "form": PostForm(initial=thread.draft or {}), "files": files, "parts": parts, "became": became}
    response = render(request, "posts/thread.html", shown)
    _remember(request, page)
    return response


@answers("GET")
def post(request: HttpRequest, post_id: int) -> HttpResponse:
    """Leads to a post where it stands in its thread."""
    post = get_object_or_404(Post.objects.visible_to(request.user).select_related("acceptance"), pk=post_id)
    return HttpResponseRedirect(address_of(post))


def _remember(request: HttpRequest, page: ThreadPage) -> None:
    """Only for somebody who looks: not when a browser asks for the head, or fetches a page it may never show."""
    looked = request.method == "GET" and "prefetch" not in request.headers.get("Sec-Purpose", request.headers.get("Purpose", ""))
    if looked and page.last_shown > (page.thread.read_to or 0):
        with if_possible():
            ReadPosition.objects.reach(page.thread, request.user, page.last_shown)


@answers("GET")
def fresh(request: HttpRequest, thread_id: int) -> HttpResponse:
    """For an open page: how much others have written after the post numbered `?after`, and where the first of it stands."""
    thread = get_object_or_404(Thread.objects.visible_to(request.user), pk=thread_id)
    rows = Post.objects.standing().filter(thread=thread, pk__gt=number_asked(request, "after") or 0).exclude(author=request.user)
    found = list(rows.order_by("pk").values_list("pk", flat=True)[: MOST_FRESH + 1])
    return render(request, "posts/thread/news.html", {"found": found, "most": MOST_FRESH})
