from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import models

from junto.kit.clock import now
from junto.kit.facts import announce, announce_all, verb
from junto.people.models import Person
from junto.posts.facts import AcceptanceWithdrawn, AnswerAccepted
from junto.posts.models.post import Post
from junto.posts.models.thread import Thread, forget


class AcceptanceRows(models.QuerySet["Acceptance"]):
    @verb
    def begin_all(self, accepted: "Sequence[Acceptance]") -> None:
        """Keeps what was accepted before an import, in threads where nothing is. IntegrityError where something is."""
        Acceptance.objects.bulk_create(accepted)
        announce_all(acceptance.as_fact(at=acceptance.at) for acceptance in accepted)

    @verb
    def happened(self, times: Mapping[int, datetime]) -> None:
        """Puts right when these posts were accepted, as an import learns it."""
        rows = list(self.filter(post__in=times))
        for acceptance in rows:
            acceptance.at = times[acceptance.post_id]
        Acceptance.objects.bulk_update(rows, ["at"])


class Acceptance(models.Model):
    """Which answer solved the question: who said so, and when."""

    thread = models.OneToOneField(Thread, models.CASCADE, related_name="acceptance")
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
        self.delete()
        forget(thread, "acceptance")
        announce(AcceptanceWithdrawn(thread_id=thread.pk, space_id=thread.space_id, by_id=by.pk, post_id=post))
