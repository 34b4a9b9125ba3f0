from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Exists, OuterRef, Q

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.kit.notices import Notice
from junto.notify.means import Message
from junto.notify.models.inbox_item import InboxItem
from junto.notify.models.sending import Sending
from junto.people.models import Person
from junto.posts.models import Post, ReadPosition

A_WEEK = timedelta(days=7)
"""How long somebody has to look, before it is written down whether they did."""


class CallMadeRows(models.QuerySet["CallMade"]):
    @verb
    def remember(self, sending: Sending, messages: Sequence[Message]) -> None:
        """What somebody was called of by this sending: once for each line."""
        about = {message.item_id: message for message in messages}
        CallMade.objects.bulk_create(CallMade.of(sending, message) for message in about.values())

    @verb
    def settle(self, lines: "models.QuerySet[InboxItem]") -> None:
        """The house itself settles these lines: whether somebody would have looked cannot be known."""
        self.filter(was_looked_at=None, line__in=lines.values("pk")).delete()

    @verb
    def look_back(self, moment: datetime) -> None:
        """Writes down, of what is a week old, whether it was looked at, and lets go of what it was. A line that is gone counts nowhere."""
        ripe = self.filter(was_looked_at=None, at__lte=moment - A_WEEK)
        ripe.filter(~Exists(_lines())).delete()
        ripe.filter(Exists(_lines().filter(_is_looked_at()))).update(was_looked_at=True, line=None, post_id=None)
        ripe.update(was_looked_at=False, line=None, post_id=None)


def _lines() -> "models.QuerySet[InboxItem]":
    return InboxItem.objects.filter(pk=OuterRef("line"))


def _is_looked_at() -> Q:
    """Settled in the inbox, read where it stands, or answered, by mail as well. Nothing follows anybody into their mails."""
    read = ReadPosition.objects.filter(person=OuterRef("person"), thread=OuterRef("thread_id"), post_id__gte=OuterRef(OuterRef("post_id")))
    wrote = Post.objects.filter(author=OuterRef("person"), thread=OuterRef("thread_id"), written_at__gte=OuterRef(OuterRef("at")))
    return Q(seen_at__isnull=False) | Q(Exists(read)) | Q(Exists(wrote))


class CallMade(models.Model):
    """Somebody was called of one thing, and whether they looked at it within a week. After that week it is not kept of what."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="calls_made")
    means = models.CharField(max_length=20)
    concern = models.CharField(max_length=10)
    line = models.BigIntegerField(null=True)
    """The line of the inbox, a plain number: that a line goes meanwhile must not undo that something was sent."""
    post_id = models.BigIntegerField(null=True)
    at = models.DateTimeField(default=now)
    was_looked_at = models.BooleanField(null=True)

    objects = CallMadeRows.as_manager()

    class Meta:
        db_table = "call_made"
        indexes = [models.Index(fields=["person", "at"], name="call_made_of"), models.Index(fields=["at"], name="call_made_at")]

    def __str__(self) -> str:
        return f"{self.person_id} called by {self.means} of {self.concern}"

    @classmethod
    def of(cls, sending: Sending, message: Message) -> "CallMade":
        """That this message went out."""
        concern = Notice.registry[message.notice].concern.value
        return cls(person_id=sending.person_id, means=sending.means, concern=concern, line=message.item_id, post_id=message.post_id)
