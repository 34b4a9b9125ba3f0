"""What stood in somebody's edition and does not hold any more: they hear of it once, with their next letter, and are not called for it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from junto.design.links import url
from junto.digest.models.thing import Kind, Thing, Why
from junto.digest.readers import Reader
from junto.digest.week import Week
from junto.kit.clock import now
from junto.notify.models import InboxItem
from junto.people.models import Person
from junto.posts.models import Acceptance, Outdated, Post, ReadPosition, Thread

MOST = 3
"""So many in one letter; the others come with the next."""
LONG_ENOUGH = timedelta(minutes=15)
"""Whoever pressed by mistake has taken it back by then."""


def corrections(readers: Sequence[Reader], week: Week) -> Mapping[int, list[Thing]]:
    """For each of these readers what was corrected since it stood in an edition of theirs, longest ago first."""
    known = {reader.person: reader for reader in readers}
    found: dict[int, list[Thing]] = defaultdict(list)
    for person, thread, post, space in _unheard(known, week):
        if len(found[person]) < MOST and (space in known[person].spaces or space in week.open_to_all):
            found[person].append(Thing(kind=Kind.CORRECTED, why=Why.STOOD, thread_id=thread, post_id=post))
    return found


def _unheard(people: Collection[int], week: Week) -> Iterator[tuple[int, int, int, int]]:
    """Who has not heard of what, in one query: nobody who was told of it, read on there, or said so themselves."""
    newest = Acceptance.objects.filter(thread=OuterRef("thread"), at__gt=OuterRef("edition__composed_at")).order_by("-at").values("at")[:1]
    marked = Q(post__outdated__at__gt=F("edition__composed_at"))
    moved = Q(kind=Kind.SOLVED, post__acceptance=None)
    given = Thing.objects.given_to(people).exclude(kind=Kind.CORRECTED)
    corrected = given.filter(marked | moved, post__deletion=None, thread__deletion=None)
    since = corrected.annotate(since=Coalesce("post__outdated__at", Subquery(newest)))
    ripe = since.filter(Q(since=None) | Q(since__lte=week.until - LONG_ENOUGH)).exclude(post__outdated__by=F("edition__person"))
    unheard = ripe.exclude(Exists(_told())).exclude(Exists(_heard())).exclude(Exists(_read()))
    yield from unheard.order_by("pk").values_list("edition__person", "thread", "post", "thread__space")


def _told() -> Any:
    return Thing.objects.filter(edition__person=OuterRef("edition__person"), post=OuterRef("post"), kind=Kind.CORRECTED)


def _heard() -> Any:
    return InboxItem.objects.filter(person=OuterRef("edition__person"), post_id=OuterRef("post"), at__gte=OuterRef("since"))


def _read() -> Any:
    return ReadPosition.objects.filter(person=OuterRef("edition__person"), thread=OuterRef("thread"), at__gte=OuterRef("since"))


@dataclass(frozen=True)
class Correction:
    """What is said about a post that was corrected, and where it stands better now."""

    says: str
    url: str
    words: str = ""
    """Why, in the words of whoever marked it."""


def standing(things: Sequence[Thing], reader: Person) -> Mapping[int, Correction]:
    """The corrections among these things that stand now, by post: not what was taken back. None leads where the reader may not look."""
    posts = [thing.post_id for thing in things if thing.kind == Kind.CORRECTED and thing.post_id]
    if not posts:
        return {}
    moved = {post: _moved(post, better) for post, better in _better(posts, reader).items()}
    return {**moved, **{row.post_id: _marked(row) for row in _marks(posts, reader)}}


def _marks(posts: Sequence[int], reader: Person) -> Any:
    ripe = Outdated.objects.filter(post__in=posts, at__lte=now() - LONG_ENOUGH)
    newer = Thread.objects.visible_to(reader).filter(pk=OuterRef("instead"))
    return ripe.annotate(newer=Subquery(newer.values("title")[:1])).order_by("pk")


def _better(posts: Sequence[int], reader: Person) -> dict[int, int | None]:
    """Posts that are not marked as what solved it any more, each with the one that is now, if there is one."""
    others = Post.objects.visible_to(reader).filter(thread=OuterRef("thread"), acceptance__isnull=False).order_by("-acceptance__at", "-pk")
    once = Thing.objects.filter(post=OuterRef("pk"), edition__person=reader, kind=Kind.SOLVED)
    rows = Post.objects.filter(Exists(once), pk__in=posts, acceptance=None).annotate(better=Subquery(others.values("pk")[:1]))
    return dict(rows.values_list("pk", "better"))


def _moved(post: int, better: int | None) -> Correction:
    if better is None:
        return Correction(_("Corrected since: it is not marked as what solved it any more"), url("posts:post", post))
    return Correction(_("Corrected since: another answer solved it"), url("posts:post", better))


def _marked(row: Any) -> Correction:
    if row.newer:
        says = _("Corrected since: what is newer stands in “%(title)s”") % {"title": row.newer}
        return Correction(says, url("posts:thread", row.instead_id), row.because)
    return Correction(_("Corrected since: it may no longer hold"), url("posts:post", row.post_id), row.because)
