"""Questions, answers, comments, and which answer was accepted."""

import re
from typing import Any

from junto.kit.text.from_html import from_html
from junto.portability.stackexchange.rows import Broken, Row
from junto.portability.stackexchange.stage import Landing, Stage
from junto.posts.models import Post, Thread

QUESTION, ANSWER = "1", "2"
REASONS = {
    "1": "duplicate",
    "101": "duplicate",
    "2": "off topic",
    "102": "off topic",
    "3": "subjective and argumentative",
    "4": "not a real question",
    "7": "too localized",
    "10": "general reference",
    "20": "noise or pointless",
    "103": "needs details or clarity",
    "104": "needs more focus",
    "105": "opinion-based",
}


class Questions(Stage):
    """Questions become threads with an opening; tags become topics."""

    name, file = "questions", "Posts.xml"

    def take(self, row: Row, landing: Landing) -> None:
        kind, key = row.need("PostTypeId"), row.need("Id")
        if kind not in (QUESTION, ANSWER):
            landing.taken["other posts left out (tag descriptions and the like)"] += 1
        if kind != QUESTION or landing.number("thread", key):
            return
        by = landing.writer(row.get("OwnerUserId"), row.time("CreationDate"))
        topics = re.findall(r"[^<>|]+", row.get("Tags"))
        given: dict[str, Any] = {"by": by, "title": row.need("Title"), "source": from_html(row.get("Body")), "topics": topics}
        thread = Thread.objects.open(landing.space, at=row.time("CreationDate"), **given)
        opening = thread.posts.get()
        landing.remember("thread", key, thread.pk)
        landing.remember("post", key, opening.pk)
        landing.came_from(opening, f"q/{key}", row)
        landing.taken["questions"] += 1


class Answers(Stage):
    """Answers join their question."""

    name, file = "answers", "Posts.xml"

    def take(self, row: Row, landing: Landing) -> None:
        key = row.need("Id")
        if row.get("PostTypeId") != ANSWER or landing.number("post", key):
            return
        thread = landing.thread(row.need("ParentId"))
        if thread is None:
            raise Broken(f"answers question {row.get('ParentId')}, which is not in the dump")
        at = row.time("CreationDate")
        post = thread.reply(by=landing.writer(row.get("OwnerUserId"), at), source=from_html(row.get("Body")), at=at)
        landing.remember("post", key, post.pk)
        landing.came_from(post, f"a/{key}", row)
        landing.taken["answers"] += 1


class Comments(Stage):
    """Comments stand under what they comment on. Their text is Markdown already."""

    name, file = "comments", "Comments.xml"

    def take(self, row: Row, landing: Landing) -> None:
        key = row.need("Id")
        if landing.number("comment", key):
            return
        parent = landing.post(row.need("PostId"))
        if parent is None:
            landing.taken["comments on posts left out"] += 1
            return
        at = row.time("CreationDate")
        post = parent.thread.reply(by=landing.writer(row.get("UserId"), at), source=row.need("Text"), parent=parent, at=at)
        landing.remember("comment", key, post.pk)
        landing.came_from(post, f"posts/comments/{key}", row)
        landing.taken["comments"] += 1


class Outcomes(Stage):
    """Which answer was accepted, and which questions were closed. The day of an acceptance comes with the votes."""

    name, file = "outcomes", "Posts.xml"

    def take(self, row: Row, landing: Landing) -> None:
        thread = landing.thread(row.need("Id")) if row.get("AcceptedAnswerId") or row.get("ClosedDate") else None
        if thread is None:
            return
        answer = landing.post(row.get("AcceptedAnswerId"))
        if answer is not None and answer.kind == Post.Kind.ANSWER and not thread.is_solved:
            answer.accept(by=thread.author, at=answer.written_at)
            landing.taken["accepted answers"] += 1
        if row.get("ClosedDate") and not thread.is_closed:
            thread.close(by=None, at=row.time("ClosedDate"))
            landing.taken["closed questions"] += 1
