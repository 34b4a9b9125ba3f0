from collections.abc import Sequence
from datetime import datetime

from django.db import models

from junto.kit.clock import now
from junto.kit.facts import announce_all, verb
from junto.people.models import Person
from junto.posts.facts import ThreadClosed
from junto.posts.models.thread import Thread


class ClosureRows(models.QuerySet["Closure"]):
    @verb
    def begin_all(self, closures: "Sequence[Closure]") -> None:
        """Keeps what was closed before an import, of threads that are open. IntegrityError where one is closed."""
        Closure.objects.bulk_create(closures)
        announce_all(closure.as_fact(at=closure.at) for closure in closures)


class Closure(models.Model):
    """The thread takes no more posts for now: who said so, when and why."""

    thread = models.OneToOneField(Thread, models.CASCADE, related_name="closure")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    because = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=now)

    objects = ClosureRows.as_manager()

    class Meta:
        db_table = "closure"

    def __str__(self) -> str:
        return f"{self.thread_id} closed"

    def as_fact(self, *, at: datetime | None = None) -> ThreadClosed:
        """That the thread was closed; with a time, if that is long ago."""
        return ThreadClosed(thread_id=self.thread_id, space_id=self.thread.space_id, by_id=self.by_id, at=at)
