"""Where a post stands: which page of its thread, and the place on it."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from junto.kit.compiled import compiled
from junto.posts.models import Post
from junto.posts.thread_page import PAGE

CONTEXT = 3


def address_of(post: Post) -> str:
    """The page of the thread that shows the post, with the post's own place on it. A page can begin anywhere, so nothing is counted."""
    after = _page_begins_after(post)
    page = reverse("posts:thread", args=[post.thread_id])
    return f"{page}?after={after}#post-{post.pk}" if after else f"{page}#post-{post.pk}"


def _page_begins_after(post: Post) -> int | None:
    """None for the first page; otherwise the page begins a few posts before this one."""
    top = post.parent or post
    if top.kind == Post.Kind.OPENING or top.solved_it:
        return None
    before = _before(thread=post.thread_id, post=top.pk)
    return before[CONTEXT][0] if len(before) == PAGE else None


@compiled
def _before(thread: int, post: int) -> Any:
    rest = Post.objects.filter(thread=thread, parent=None, deletion=None, acceptance=None, pk__lt=post).exclude(kind=Post.Kind.OPENING)
    return rest.order_by("-pk").values_list("pk")[:PAGE]


def number_asked(request: HttpRequest, name: str) -> int | None:
    """A number from the address line; what is none is left out, because links get cut in mails."""
    given = request.GET.get(name, "")
    return int(given) if given.isdecimal() and len(given) < 19 else None
