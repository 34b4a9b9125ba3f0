from typing import Any

from django.db import models

from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.people.models import Person
from junto.posts.facts import OutdatedTakenBack, PostOutdated
from junto.posts.models.post import Post
from junto.posts.models.thread import Thread, forget


class OutdatedRows(models.QuerySet["Outdated"]):
    @verb
    def mark(self, post: Post, *, by: Person, because: str = "", instead: Thread | None = None) -> "Outdated":
        """Says that the answer may no longer hold, or says more about it."""
        given: dict[str, Any] = {"because": because.strip()[: Outdated.LONGEST], "instead": instead}
        row, is_new = Outdated.objects.get_or_create(post=post, defaults={"by": by, **given})
        if is_new:
            Post.objects.filter(pk=post.pk).update(is_outdated=True)
            announce(PostOutdated(**row.about(by)))
        elif any(getattr(row, name) != value for name, value in given.items()):
            row.because, row.instead = given["because"], instead
            row.save(update_fields=["because", "instead"])
        return row


class Outdated(models.Model):
    """That an answer may no longer hold: who says so, since when, why, and where it stands better now."""

    LONGEST = 500

    post = models.OneToOneField(Post, models.CASCADE, related_name="outdated")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=now)
    because = models.CharField(max_length=LONGEST, blank=True)
    instead = models.ForeignKey(Thread, models.SET_NULL, null=True, related_name="+")

    objects = OutdatedRows.as_manager()

    class Meta:
        db_table = "outdated"

    def __str__(self) -> str:
        return f"{self.post_id} may no longer hold"

    def about(self, by: Person | None) -> dict[str, Any]:
        """What every fact about it says."""
        thread = self.post.thread
        return {"thread_id": thread.pk, "space_id": thread.space_id, "by_id": by.pk if by else None, "post_id": self.post_id}

    @verb
    def take_back(self, *, by: Person | None) -> None:
        """The answer holds after all, or was brought up to date."""
        about = self.about(by)
        if Outdated.objects.filter(pk=self.pk).delete()[0]:
            Post.objects.filter(pk=self.post_id).update(is_outdated=False)
            forget(self.post, "outdated")
            announce(OutdatedTakenBack(**about))
