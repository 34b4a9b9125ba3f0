from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.kit.notices import Concern, Notice
from junto.notify.means import When
from junto.notify.models.inbox_item import InboxItem
from junto.notify.models.sending import Sending
from junto.people.models import Person
from junto.posts.models import ReadPosition


class CallRows(models.QuerySet["Call"]):
    def waiting(self) -> "CallRows":
        """Those that are in no sending yet."""
        return self.filter(sending=None)

    def unread(self) -> "CallRows":
        """Those whose line nobody settled, and whose post nobody read in its place."""
        read = ReadPosition.objects.filter(person=OuterRef("person"), thread=OuterRef("item__thread_id"), post_id__gte=OuterRef("post_id"))
        return self.filter(item__seen_at=None).exclude(Exists(read))

    def due(self, person: int, means: str, at: datetime) -> "CallRows":
        """What this person is to be called of by this means until that moment."""
        return self.waiting().filter(person=person, means=means, due_at__lte=at)

    def for_friday(self, means: str) -> "CallRows":
        """What waits for Friday's letter."""
        return self.waiting().filter(means=means, when=When.FRIDAY)

    @verb
    def put_off(self, moved: "list[Call]") -> None:
        """Writes down how and when these are to be made instead, and that they are in no sending."""
        for call in moved:
            call.sending = None
        Call.objects.bulk_update(moved, ["when", "due_at", "sending"])


class Call(models.Model):
    """Somebody is to be told of one thing by one means. Done, it is deleted; what is kept is that a sending went out."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="calls")
    item = models.ForeignKey(InboxItem, models.CASCADE, related_name="calls")
    means = models.CharField(max_length=20)
    when = models.CharField(max_length=10, choices=When.choices)
    due_at = models.DateTimeField(null=True)
    """None for what waits for Friday's letter."""
    sending = models.ForeignKey(Sending, models.CASCADE, null=True, related_name="calls")
    fact_id = models.BigIntegerField()
    post_id = models.BigIntegerField(null=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=now)

    objects = CallRows.as_manager()

    class Meta:
        db_table = "call"
        constraints = [models.UniqueConstraint(fields=["item", "means", "fact_id"], name="call_once")]
        indexes = [models.Index(fields=["person", "means", "due_at"], name="call_due")]

    def __str__(self) -> str:
        return f"call {self.person_id} by {self.means} of {self.item_id}"

    @property
    def notice(self) -> Notice:
        """What kind of notice it is about. Comes with `select_related("item")`."""
        found: Notice = Notice.registry[self.item.notice]
        return found

    @property
    def concern(self) -> Concern:
        """The group it belongs to."""
        return self.notice.concern

    def move(self, when: When, due_at: Any) -> "Call":
        """To be made so and then instead; saves nothing."""
        self.when, self.due_at = when, due_at
        return self
