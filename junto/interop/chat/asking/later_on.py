"""What happens after a chat was told that it is heard: the question is asked, and answers are brought back to where it was asked."""

import json
from dataclasses import asdict
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from junto.interop.chat.asking.asking import Command, answer, understood
from junto.interop.chat.asking.heard import Heard
from junto.interop.chat.asking.reply import Reply, shaped
from junto.interop.chat.destination import PURPOSE
from junto.interop.chat.message import ChatMessage
from junto.interop.chat.products import PRODUCTS
from junto.interop.models import ChatDoor, ChatQuestion
from junto.kit.facts import Fact
from junto.kit.work import later, listener, visit
from junto.people.sealing import seal, unseal
from junto.posts.facts import AnswerAccepted, PostWritten
from junto.posts.models import Post

TELLS = {False: "answer.given", True: "question.solved"}


def put_off(command: Command) -> None:
    """Has the worker answer: the chat waits three seconds, and a busy house may need longer."""
    words = seal(json.dumps(asdict(command.heard)), PURPOSE)
    later(take_up, person_id=command.person.pk, door=command.door.pk, heard=words)


@listener
def take_up(person_id: int, door: int, heard: str) -> None:
    """Answers a command. What it changes and the reply that follows are written together, so it is asked once."""
    for found in ChatDoor.objects.answering().filter(pk=door).select_related("space"):
        with translation.override(found.language or None):
            command = understood(found, Heard(**json.loads(unseal(heard, PURPOSE))))
            if isinstance(command, Command) and command.person.pk == person_id:
                _send(shaped(answer(command), found), command.reply_to, person_id)


@visit
def carry(person_id: int | None, to: str, message: str) -> None:
    """Brings a reply to where the chat waits for it. A chat that waits no more is left."""
    from junto.interop.telling import tell  # here, for it brings TLS, which most starts do not need
    from junto.kit.fetch import NotFetched

    try:
        tell(unseal(to, PURPOSE), unseal(message, PURPOSE).encode(), {"Content-Type": "application/json"})
    except NotFetched as refused:
        if refused.may_change:
            raise


@listener
def bring_back(fact: Fact) -> None:
    """The first answer, and the one that solved it, go back to where the question was asked."""
    assert isinstance(fact, PostWritten | AnswerAccepted)
    solves = isinstance(fact, AnswerAccepted)
    if not solves and getattr(fact, "kind", "") != Post.Kind.ANSWER:
        return
    told = "solution_told" if solves else "answer_told"
    for asked in ChatQuestion.objects.filter(thread=fact.thread_id, **{told: False}):
        setattr(asked, told, True)
        asked.save(update_fields=[told])
        later(bring, question=asked.pk, post=fact.post_id, solves=solves)


@visit
def bring(question: int, post: int, solves: bool) -> None:
    """Tells one answer, while it stands and may go there: to the command itself, or through the webhook that was chosen for it."""
    found = ChatQuestion.objects.filter(pk=question).select_related("door__space", "door__via", "thread").first()
    answer = Post.objects.standing().filter(pk=post, thread__deletion=None).select_related("author").first()
    if found is None or answer is None or not found.door.may_answer():
        return
    with translation.override(found.door.language or None):
        message = _told(answer, solves)
    to = found.use_reply()
    if to:
        carry(None, seal(to, PURPOSE), seal(json.dumps(shaped(Reply("", message=message, is_public=True), found.door)), PURPOSE))
    elif found.door.via and not found.door.via.paused_at and TELLS[solves] not in found.door.via.kinds:
        _through(found.door.via, message)


def _through(via: Any, message: ChatMessage) -> None:
    from junto.interop.telling import tell
    from junto.kit.fetch import NotFetched

    parcel = PRODUCTS[via.form].parcel(message, via.to)
    try:
        tell(parcel.address, parcel.body, parcel.headers)
    except NotFetched as refused:
        if refused.may_change:
            raise


def _told(answer: Post, solves: bool) -> ChatMessage:
    name = answer.author.name if answer.author and answer.author.is_active else _("Somebody")
    said = _("Solved by what %(person)s wrote") if solves else _("%(person)s answered")
    return ChatMessage.short(said % {"person": name}, answer.thread.title, answer.plain, answer.get_absolute_url())


def _send(message: dict[str, Any], to: str, person_id: int) -> None:
    later(carry, person_id=person_id, to=seal(to, PURPOSE), message=seal(json.dumps(message), PURPOSE))
