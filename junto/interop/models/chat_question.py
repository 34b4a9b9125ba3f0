from datetime import timedelta

from django.db import models
from django.db.models import F

from junto.interop.chat.destination import PURPOSE
from junto.interop.models.chat_door import ChatDoor
from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.sealing import seal, unseal
from junto.posts.models import Thread

WAITS = timedelta(minutes=29)
REPLIES = 5
"""A chat takes so many answers to one command, for half an hour."""


class ChatQuestionRows(models.QuerySet["ChatQuestion"]):
    @verb
    def note(self, thread: Thread, door: ChatDoor, *, reply_to: str) -> "ChatQuestion":
        """The question was asked from there; the first reply says so and is used up."""
        sealed = seal(reply_to, PURPOSE) if reply_to else ""
        row, _ = self.get_or_create(
            thread=thread, defaults={"door": door, "sealed_reply_to": sealed, "reply_until": now() + WAITS, "replies_left": REPLIES - 1}
        )
        return row


class ChatQuestion(models.Model):
    """Where a question came from, so that its answer finds back."""

    thread = models.OneToOneField(Thread, models.CASCADE, related_name="asked_in_chat")
    door = models.ForeignKey(ChatDoor, models.CASCADE, related_name="questions")
    sealed_reply_to = models.TextField(blank=True, default="")
    reply_until = models.DateTimeField()
    replies_left = models.PositiveSmallIntegerField()
    answer_told = models.BooleanField(default=False)
    solution_told = models.BooleanField(default=False)

    objects = ChatQuestionRows.as_manager()

    class Meta:
        db_table = "chat_question"

    def __str__(self) -> str:
        return f"{self.thread_id} from {self.door_id}"

    @verb
    def use_reply(self) -> str:
        """Where one more answer may go; empty when the chat takes none any more."""
        rows = ChatQuestion.objects.filter(pk=self.pk, replies_left__gt=0, reply_until__gt=now()).exclude(sealed_reply_to="")
        return unseal(self.sealed_reply_to, PURPOSE) if rows.update(replies_left=F("replies_left") - 1) else ""
