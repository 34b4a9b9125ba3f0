"""Former texts become revisions; why and by whom a question was closed is put right."""

import json

from django.db.models import Max

from junto.portability.models import Brought
from junto.portability.stackexchange.conversations import REASONS
from junto.portability.stackexchange.rows import Row
from junto.portability.stackexchange.stage import Landing, Stage
from junto.posts.models import Closure, Post, Revision

TITLES = {"1", "4", "7"}
BODIES = {"2", "5", "8"}
CLOSED = "10"
CHUNK = 500


class History(Stage):
    """Every version of a text is kept as it comes; at the end the newest, which is the present text, is taken away again."""

    name, file = "history", "PostHistory.xml"

    def take(self, row: Row, landing: Landing) -> None:
        kind = row.need("PostHistoryTypeId")
        if kind not in TITLES | BODIES | {CLOSED}:
            landing.taken["changes left out (tags, votes to close, bumps and the like)"] += 1
            return
        post = landing.post(row.need("PostId"))
        if post is None:
            landing.taken["changes of posts left out"] += 1
        elif kind == CLOSED:
            self._closed(post, row, landing)
        else:
            self._version(post, row, landing)

    def _version(self, post: Post, row: Row, landing: Landing) -> None:
        """Title and text of one change come as several rows with the same mark."""
        key = f"{row.need('RevisionGUID')}:{post.pk}"
        number = landing.number("revision", key)
        version = Revision.objects.get(pk=number) if number else self._next(post, row, landing)
        if row.get("PostHistoryTypeId") in TITLES:
            version.title = row.get("Text")[:200]
        else:
            version.source = row.get("Text")
        version.save()
        if not number:
            landing.remember("revision", key, version.pk)
            landing.taken["versions of texts"] += 1

    def _next(self, post: Post, row: Row, landing: Landing) -> Revision:
        before = Revision.objects.filter(post=post).order_by("-pk").first()
        same = {"title": before.title, "source": before.source} if before else {"title": "", "source": ""}
        return Revision(post=post, by=landing.person(row.get("UserId")), at=row.time("CreationDate"), **same)

    def _closed(self, post: Post, row: Row, landing: Landing) -> None:
        reason = REASONS.get(row.get("Comment"), "")
        Closure.objects.filter(thread=post.thread).update(by=landing.person(row.get("UserId") or _voter(row.get("Text"))), because=reason)

    def finish(self, landing: Landing) -> None:
        brought = Brought.objects.filter(source=landing.source, kind="post").values_list("number", flat=True)
        for post in Post.objects.filter(pk__in=brought, revisions__isnull=False).distinct().iterator(chunk_size=CHUNK):
            newest = post.revisions.aggregate(number=Max("pk"))["number"]
            present = post.revisions.get(pk=newest)
            if post.revisions.count() > 1:
                Post.objects.filter(pk=post.pk).update(edited_at=present.at)
            present.delete()


def _voter(text: str) -> str:
    """The first of those who voted to close, from the note a dump keeps."""
    try:
        return str(json.loads(text)["Voters"][0]["Id"])
    except (ValueError, LookupError, TypeError, RecursionError):
        return ""
