from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from junto.kit.clock import now
from junto.kit.facts import announce_all, verb
from junto.people.models import Person
from junto.posts.facts import ThreadsLinked
from junto.posts.models.thread import Thread


class ThreadLinkRows(models.QuerySet["ThreadLink"]):
    def from_or_to(self, thread: Any) -> "ThreadLinkRows":
        """Links of this thread, whichever side said so."""
        return self.filter(models.Q(thread=thread) | models.Q(other=thread)).select_related("thread", "other").order_by("id")

    @verb
    def begin_all(self, links: "Sequence[ThreadLink]") -> None:
        """Keeps those of these links that do not stand yet, for an import."""
        known = set(self.filter(thread__in={link.thread_id for link in links}).values_list("thread", "other", "kind"))
        new = {link.key: link for link in reversed(links) if link.key not in known}
        kept = ThreadLink.objects.bulk_create(list(new.values())[::-1])
        announce_all(link.as_fact(at=link.at) for link in kept)

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

    @property
    def key(self) -> tuple[int, int, str]:
        """What makes two links the same."""
        return self.thread_id, self.other_id, self.kind

    def as_fact(self, *, at: datetime | None = None) -> ThreadsLinked:
        """That the two were linked; with a time, if that is long ago."""
        thread = self.thread
        return ThreadsLinked(thread_id=thread.pk, space_id=thread.space_id, by_id=self.by_id, other_id=self.other_id, kind=self.kind, at=at)
