from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from junto.kit.clock import now
from junto.people.models import Person
from junto.posts.models.thread import Thread


class ThreadLinkRows(models.QuerySet["ThreadLink"]):
    def from_or_to(self, thread: Any) -> "ThreadLinkRows":
        """Links of this thread, whichever side said so."""
        return self.filter(models.Q(thread=thread) | models.Q(other=thread)).select_related("thread", "other").order_by("id")

    def visible_to(self, person: Person) -> "ThreadLinkRows":
        """Links whose two threads this person may read."""
        readable = Thread.objects.visible_to(person)
        return self.filter(thread__in=readable, other__in=readable)


class ThreadLink(models.Model):
    """Two threads belong together: one asks the same as the other, or is related to it."""

    class Kind(models.TextChoices):
        DUPLICATE = "duplicate", _("asks the same as")
        RELATED = "related", _("related to")

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="links")
    other = models.ForeignKey(Thread, models.CASCADE, related_name="linked_from")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=now)

    objects = ThreadLinkRows.as_manager()

    class Meta:
        db_table = "thread_link"
        constraints = [models.UniqueConstraint(fields=["thread", "other", "kind"], name="thread_link_once")]

    def __str__(self) -> str:
        return f"{self.thread_id} {self.kind} {self.other_id}"
