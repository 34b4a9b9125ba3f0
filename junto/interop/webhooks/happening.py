"""What a webhook is told of, read anew when it is sent: what everybody who may see the space sees of it at that moment, and no more."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from junto.interop.chat.message import ChatMessage, full, seen
from junto.interop.models import Delivery
from junto.interop.webhooks.kinds import KINDS, TEST
from junto.kit.text import excerpt
from junto.posts.models import Post, Thread
from junto.spaces.models import Space

LONGEST_EXCERPT = 280
LEFT_OUT = "…"
SHORTEST_WORD = 3


@dataclass(frozen=True)
class Happening:
    """One delivery with the things it is about. Where they are gone, only their numbers are told."""

    delivery: Delivery
    space: Space
    thread: Thread | None = None
    post: Post | None = None
    gone: dict[str, Any] = field(default_factory=dict)

    @property
    def by(self) -> str:
        """The name of whoever did it, while they are here."""
        author = self.post.author if self.post else None
        return author.name if author and author.is_active else ""

    @property
    def words(self) -> list[str]:
        """What people wrote, piece by piece: the history keeps none of it."""
        written = [self.by, self.thread.title if self.thread else "", *(self.post.plain.split() if self.post else ())]
        return [word for word in written if len(word) > SHORTEST_WORD]

    def payload(self) -> dict[str, Any]:
        """As another program reads it. The page that lists the types describes it."""
        about = {"space": {"id": self.space.pk, "name": self.space.name, "url": full(self.space.get_absolute_url())}, **self.gone}
        if self.thread:
            about["thread"] = thread_told(self.thread)
        if self.post:
            about["post"] = post_told(self.post, self.by)
        return {"type": self.delivery.kind, "timestamp": self.delivery.made_at.isoformat(), "data": about}

    def message(self) -> ChatMessage:
        """As a chat shows it."""
        if self.thread is None:
            return ChatMessage.short(_("Junto can reach this place."), self.space.name, "", self.space.get_absolute_url())
        shown = self.post or self.thread
        said = SAID[self.delivery.kind]() % {"person": self.by or _("Somebody"), "space": self.space.name}
        return ChatMessage.short(said, self.thread.title, self.post.plain if self.post else "", shown.get_absolute_url())


def happening(delivery: Delivery) -> Happening | None:
    """What is told; nothing when it is no longer there."""
    space = delivery.webhook.space
    if delivery.kind == TEST:
        return Happening(delivery, space)
    if delivery.kind.endswith(".deleted"):
        numbers = {"thread": {"id": delivery.thread_id}, "post": {"id": delivery.post_id}}
        return Happening(delivery, space, gone={name: told for name, told in numbers.items() if told["id"]})
    thread = Thread.objects.filter(pk__in=[delivery.thread_id], space=space, deletion=None).select_related("closure").first()
    if thread is None:
        return None
    kind = KINDS[delivery.kind]
    post = _post(delivery) if kind.post else None
    no_longer = kind.post and (post is None or (kind.name == "question.solved" and not post.solved_it))
    return None if no_longer else Happening(delivery, space, thread, post)


def thread_told(thread: Thread) -> dict[str, Any]:
    """A thread as every type tells of it."""
    return {
        "id": thread.pk,
        "kind": thread.kind,
        "title": thread.title,
        "url": full(thread.get_absolute_url()),
        "state": thread.state,
        "answers": thread.answer_count,
    }


def post_told(post: Post, by: str) -> dict[str, Any]:
    """A post as every type tells of it: how it begins, and the name of whoever wrote it."""
    return {
        "id": post.pk,
        "kind": post.kind,
        "url": full(post.get_absolute_url()),
        "excerpt": excerpt(seen(post.plain), LONGEST_EXCERPT),
        "by": by or None,
    }


def without_words(payload: Any) -> Any:
    """The same without anybody's name or words, as the history keeps it."""
    if isinstance(payload, dict):
        hidden = {"title", "excerpt", "by"}
        return {name: LEFT_OUT if name in hidden and told else without_words(told) for name, told in payload.items()}
    return payload


def _post(delivery: Delivery) -> Post | None:
    standing = Post.objects.standing().filter(pk__in=[delivery.post_id], thread=delivery.thread_id)
    found = standing.select_related("author", "acceptance").first()
    return found if isinstance(found, Post) else None


SAID = {
    "question.asked": lambda: _("%(person)s asked in %(space)s"),
    "discussion.started": lambda: _("%(person)s started a discussion in %(space)s"),
    "answer.given": lambda: _("%(person)s answered in %(space)s"),
    "reply.written": lambda: _("%(person)s replied in %(space)s"),
    "comment.written": lambda: _("%(person)s commented in %(space)s"),
    "question.solved": lambda: _("Solved in %(space)s, by what %(person)s wrote"),
    "thread.closed": lambda: _("Closed in %(space)s"),
    "thread.reopened": lambda: _("Open again in %(space)s"),
}
