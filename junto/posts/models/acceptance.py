from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from django.db import models
from django.db.models import F

from junto.kit.clock import now
from junto.kit.facts import announce, announce_all, verb
from junto.people.models import Person
from junto.posts.facts import AcceptanceWithdrawn, AnswerAccepted
from junto.posts.models.post import Post
from junto.posts.models.thread import Thread, forget


class AcceptanceRows(models.QuerySet["Acceptance"]):
    @verb
    def begin_all(self, accepted: "Sequence[Acceptance]") -> None:
        """Keeps what was accepted before an import. IntegrityError where an answer is accepted already."""
        Acceptance.objects.bulk_create(accepted)
        announce_all(acceptance.as_fact(at=acceptance.at) for acceptance in accepted)
        _count_in(Thread.objects.filter(pk__in={acceptance.thread_id for acceptance in accepted}))

    @verb
    def happened(self, times: Mapping[int, datetime]) -> None:
        """Puts right when these posts were accepted, as an import learns it."""
        rows = list(self.filter(post__in=times))
        for acceptance in rows:
            acceptance.at = times[acceptance.post_id]
        Acceptance.objects.bulk_update(rows, ["at"])

    @verb
    def withdraw_all(self, *, by: Person) -> Collection[int]:
        """None of these answers is marked any longer. Gives the numbers of their posts."""
        gone = list(self.select_related("thread", "post"))
        for acceptance in gone:
            acceptance.withdraw(by=by)
        return [acceptance.post_id for acceptance in gone]


class Acceptance(models.Model):
    """That an answer solved the question, or helped to: who said so, and when. Several answers may share that."""

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="acceptances")
    post = models.OneToOneField(Post, models.CASCADE, related_name="acceptance")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=now)

    objects = AcceptanceRows.as_manager()

    class Meta:
        db_table = "acceptance"

    def __str__(self) -> str:
        return f"{self.post_id} solved {self.thread_id}"

    def as_fact(self, *, at: datetime | None = None) -> AnswerAccepted:
        """That the answer was accepted; with a time, if that is long ago."""
        return AnswerAccepted(thread_id=self.thread_id, space_id=self.thread.space_id, by_id=self.by_id, post_id=self.post_id, at=at)

    @verb
    def withdraw(self, *, by: Person) -> None:
        """The answer is no longer marked."""
        thread, post = self.thread, self.post_id
        if not Acceptance.objects.filter(pk=self.pk).delete()[0]:
            return
        forget(self.post, "acceptance")
        announce(AcceptanceWithdrawn(thread_id=thread.pk, space_id=thread.space_id, by_id=by.pk, post_id=post))
        count_acceptance(thread, -1)


def count_acceptance(thread: Thread, step: int) -> None:
    """One answer more or less solved the thread."""
    Thread.objects.filter(pk=thread.pk).update(accepted_count=F("accepted_count") + step)
    thread.refresh_from_db(fields=["accepted_count"])


def _count_in(threads: models.QuerySet[Thread]) -> None:
    solved = Acceptance.objects.filter(thread=models.OuterRef("pk")).order_by().values("thread")
    threads.update(accepted_count=models.Subquery(solved.annotate(number=models.Count("pk")).values("number")))
