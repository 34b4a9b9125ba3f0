"""Questions, answers and comments."""

import re
from collections.abc import Sequence

from junto.kit.text.from_html import from_html
from junto.portability.stackexchange.landing import Landing, Said
from junto.portability.stackexchange.rows import Row
from junto.portability.stackexchange.stage import Stage
from junto.posts.models import Post, Thread
from junto.posts.models.begun import begin

QUESTION, ANSWER = "1", "2"


class Questions(Stage):
    """Questions become threads with an opening; tags become topics."""

    name, file = "questions", "Posts.xml"

    def read(self, row: Row, landing: Landing) -> Said | None:
        kind = row.need("PostTypeId")
        if kind not in (QUESTION, ANSWER):
            landing.count("other posts left out (tag descriptions and the like)")
        if kind != QUESTION:
            return None
        row.need("Title")
        return _said(row, Post.Kind.OPENING, source=from_html(row.get("Body")), writer=row.get("OwnerUserId"))

    def take(self, found: Sequence[Said], landing: Landing) -> None:
        new = landing.new("thread", found)
        _sign(new, landing)
        begun = [begin(landing.space, one.post, title=one.row.get("Title"), kind="question", topics=_tags(one.row)) for one in new]
        Thread.objects.open_all(begun, is_history=True)
        landing.remember("thread", {one.key: one.post.thread_id for one in new})
        landing.landed("post", "q", new)
        landing.count("questions", len(new))


class Answers(Stage):
    """Answers join their question."""

    name, file = "answers", "Posts.xml"

    def read(self, row: Row, landing: Landing) -> Said | None:
        if row.need("PostTypeId") != ANSWER:
            return None
        source, writer = from_html(row.get("Body")), row.get("OwnerUserId")
        return _said(row, Post.Kind.ANSWER, under=row.need("ParentId"), source=source, writer=writer)

    def take(self, found: Sequence[Said], landing: Landing) -> None:
        new = landing.new("post", found)
        threads = landing.threads(one.under for one in new)
        for one in new:
            if one.under not in threads:
                landing.leave_out(one.row, f"answers question {one.under}, which is not in the dump"[:300])
        placed = [one for one in new if one.under in threads]
        for one in placed:
            one.post.thread = threads[one.under]
        _land(placed, landing, kind="post", path="a")
        landing.count("answers", len(placed))


class Comments(Stage):
    """Comments stand under what they comment on. Their text is Markdown already."""

    name, file = "comments", "Comments.xml"

    def read(self, row: Row, landing: Landing) -> Said:
        return _said(row, Post.Kind.COMMENT, under=row.need("PostId"), source=row.need("Text"), writer=row.get("UserId"))

    def take(self, found: Sequence[Said], landing: Landing) -> None:
        new = landing.new("comment", found)
        parents = landing.posts(one.under for one in new)
        placed = [one for one in new if one.under in parents]
        for one in placed:
            one.post.parent, one.post.thread = parents[one.under], parents[one.under].thread
        _land(placed, landing, kind="comment", path="posts/comments")
        landing.count("comments", len(placed))
        landing.count("comments on posts left out", len(new) - len(placed))


def _said(row: Row, kind: str, *, source: str, writer: str, under: str = "") -> Said:
    post = Post(kind=kind, written_at=row.time("CreationDate"))
    post.write(source)
    return Said(row, row.key("Id"), under, writer, post)


def _sign(said: Sequence[Said], landing: Landing) -> None:
    writers = landing.writers(said)
    for one in said:
        one.post.author = writers.get(one.writer)


def _land(said: Sequence[Said], landing: Landing, *, kind: str, path: str) -> None:
    _sign(said, landing)
    Post.objects.add_all([one.post for one in said], is_history=True)
    landing.landed(kind, path, said)


def _tags(row: Row) -> list[str]:
    return re.findall(r"[^<>|]+", row.get("Tags"))
