"""What was deleted: listed for hosts while it can be brought back, then gone for good."""

from datetime import timedelta

from django.db.models import Q

from junto.kit.clock import now
from junto.kit.paging import Page, page
from junto.kit.work import later, listener
from junto.posts.models import Deletion, Post, Thread
from junto.spaces.models import Space

DELETED_KEPT = timedelta(days=30)
AT_ONCE = 200


def deleted_in(space: Space, *, after: str | None = None) -> Page[Deletion]:
    """What was deleted in this space, the latest first. Posts of a deleted thread come back with it and are not listed."""
    of_space = Q(thread__space=space) | Q(post__thread__space=space, post__thread__deletion=None)
    rows = Deletion.objects.filter(of_space).select_related("by", "thread__author", "post__author", "post__thread")
    return page(rows, order=("-at", "-id"), after=after)


def authors_of(page: Page[Deletion]) -> set[int]:
    """The numbers of those whose texts stand on that page."""
    texts = [deletion.post or deletion.thread for deletion in page.rows]
    return {text.author_id for text in texts if text and text.author_id}


@listener
def forget_deleted() -> None:
    """Texts deleted longer ago than DELETED_KEPT are gone for good, with everything said under them. Runs again until none is left."""
    old = list(Deletion.objects.filter(at__lt=now() - DELETED_KEPT).order_by("at")[:AT_ONCE])
    Thread.objects.filter(pk__in=[deletion.thread_id for deletion in old if deletion.thread_id]).delete()
    Post.objects.filter(pk__in=[deletion.post_id for deletion in old if deletion.post_id]).delete()
    if len(old) == AT_ONCE:
        later(forget_deleted)
