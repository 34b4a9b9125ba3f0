"""How views of this room get at threads and posts: only through what the person may read."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404

from junto.posts.drafting import take_back
from junto.posts.models import Post, Thread
from junto.posts.shown import Showing
from junto.posts.thread_page import threads_to_read
from junto.spaces.models import Space

BIGGEST = 2**63 - 1
"""No database counts further; an address with a larger number leads nowhere."""


def thread_here(request: HttpRequest, thread_id: int) -> tuple[Thread, Showing]:
    """The thread, and what this person may do with it; 404 outside what they may read."""
    take_back(request)
    found = threads_to_read(person=request.user.pk, thread=min(thread_id, BIGGEST), draft=f"thread-{thread_id}")
    if not found:
        raise Http404
    return found[0], Showing(found[0], request.user)


def post_here(request: HttpRequest, post_id: int) -> tuple[Post, Showing]:
    """The post, and what this person may do with it; 404 outside what they may read."""
    post = get_object_or_404(Post.objects.visible_to(request.user), pk=min(post_id, BIGGEST))
    thread, reader = thread_here(request, post.thread_id)
    return reader.know(post), reader


def space_here(request: HttpRequest, slug: str) -> Space:
    """The space with that address, if the person may read what is written in it; 404 otherwise."""
    return get_object_or_404(Space.objects.readable_by(request.user), slug=slug)


def done(request: HttpRequest, path: str) -> HttpResponse:
    """Leads to the page anew. A script that asked draws it anew itself (Undo does), so it is only told that it is done."""
    return HttpResponse(status=204) if request.htmx else HttpResponseRedirect(path)
