"""What a webhook may tell: the published list of types. None is ever renamed; one that is added is told to nobody who did not choose it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from junto.kit.facts import Fact
from junto.posts import facts
from junto.posts.models import Thread

TEST = "webhook.test"


@dataclass(frozen=True)
class Kind:
    """One type. `for_chats` says whether a chat is told of it too; what is gone concerns only machines that keep copies."""

    name: str
    title: str | Promise
    post: str = ""
    """Which kind of post it is about, when it is about one."""
    for_chats: bool = True


KINDS = {
    kind.name: kind
    for kind in (
        Kind("question.asked", _("A question was asked"), "opening"),
        Kind("discussion.started", _("A discussion was started"), "opening"),
        Kind("answer.given", _("A question was answered"), "answer"),
        Kind("reply.written", _("Somebody replied in a discussion"), "reply"),
        Kind("comment.written", _("Somebody commented"), "comment"),
        Kind("question.solved", _("An answer solved a question"), "answer"),
        Kind("thread.closed", _("A thread was closed")),
        Kind("thread.reopened", _("A thread was opened again")),
        Kind("post.deleted", _("A post was taken out"), for_chats=False),
        Kind("thread.deleted", _("A thread was taken out"), for_chats=False),
    )
}
CHOSEN_AT_FIRST = ("question.asked", "discussion.started", "question.solved")


def kind_of(fact: Fact) -> str:
    """The type that tells of this fact; empty for what no webhook tells."""
    return NAMED[type(fact)](fact) if type(fact) in NAMED else ""


def _opened(fact: facts.ThreadOpened) -> str:
    is_question = Thread.objects.filter(pk=fact.thread_id, kind=Thread.Kind.QUESTION).exists()
    return "question.asked" if is_question else "discussion.started"


def _written(fact: facts.PostWritten) -> str:
    return {"answer": "answer.given", "reply": "reply.written", "comment": "comment.written"}.get(fact.kind, "")


NAMED: dict[type[Fact], Callable[..., str]] = {
    facts.ThreadOpened: _opened,
    facts.PostWritten: _written,
    facts.AnswerAccepted: lambda fact: "question.solved",
    facts.ThreadClosed: lambda fact: "thread.closed",
    facts.ThreadReopened: lambda fact: "thread.reopened",
    facts.ThreadDeleted: lambda fact: "thread.deleted",
    facts.PostDeleted: lambda fact: "post.deleted",
}
