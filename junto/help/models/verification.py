from typing import Any

from django.db import models

from junto.help.holding.facts import AnswerVerified, VerificationTakenBack
from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.people.models import Person
from junto.posts.models import Outdated, Post


class VerificationRows(models.QuerySet["Verification"]):
    @verb
    def verify(self, post: Post, *, by: Person) -> "Verification":
        """Somebody who knows says that the answer still holds. What others doubted is settled with that."""
        for outdated in _outdated(post):
            outdated.take_back(by=by)
        row, _new = Verification.objects.update_or_create(post=post, defaults={"by": by, "at": now()})
        announce(AnswerVerified(**row.about(by)))
        return row


class Verification(models.Model):
    """That an answer was looked at and still holds: who says so, and when. The latest one counts."""

    post = models.OneToOneField(Post, models.CASCADE, related_name="verification")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=now)

    objects = VerificationRows.as_manager()

    class Meta:
        db_table = "verification"

    def __str__(self) -> str:
        return f"{self.post_id} holds"

    def about(self, by: Person) -> dict[str, Any]:
        """What every fact about it says."""
        thread = self.post.thread
        return {"thread_id": thread.pk, "space_id": thread.space_id, "by_id": by.pk, "post_id": self.post_id}

    @verb
    def take_back(self, *, by: Person) -> None:
        """As if it had not been looked at."""
        about = self.about(by)
        if Verification.objects.filter(pk=self.pk).delete()[0]:
            announce(VerificationTakenBack(**about))


def _outdated(post: Post) -> "models.QuerySet[Outdated]":
    return Outdated.objects.filter(post=post).select_related("post__thread")
