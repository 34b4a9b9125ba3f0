"""The answers of a space that should be looked at."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from junto.help.models import Doubt, Review
from junto.kit.clock import now
from junto.kit.paging import Page, page
from junto.spaces.models import Space

FEWEST = 5
"""Nothing is said about fewer people than this."""


def worklist(space: Space, *, after: str | None = None) -> Page[Review]:
    """Those that are due, that a reader asked about, or that are marked; those first on which most people rely."""
    rows = worth_a_look(space)
    beside = ("post__thread", "post__author", "post__verification__by", "post__outdated")
    return page(rows.select_related(*beside).prefetch_related("post__doubts"), order=("-relied_on", "due_at", "id"), after=after)


def worth_a_look(space: Space) -> "QuerySet[Review]":
    """The same, not in pages."""
    asked = Exists(Doubt.objects.filter(post=OuterRef("post")))
    wanted = Q(due_at__lte=now()) | Q(asked) | Q(post__is_outdated=True)
    standing = {"post__thread__space": space, "post__thread__deletion": None, "post__deletion": None}
    return Review.objects.filter(wanted, post__acceptance__isnull=False, **standing)
