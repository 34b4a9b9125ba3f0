from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models

from junto.kit.clock import now
from junto.people.models import Person

if TYPE_CHECKING:
    from junto.posts.models import Post


class SentRows(models.QuerySet["Sent"]):
    def under(self, mark: str, by: Person) -> "Post | None":
        """What this person sent under the mark before."""
        found = self.select_related("post__thread").filter(person=by, mark=mark).first() if mark else None
        if found is None:
            return None
        found.post.came_before = found.post.thread.came_before = True
        return found.post

    def note(self, mark: str, post: "Post") -> "Post":
        """Remembers under which mark the post came; gives it back."""
        if mark and post.author_id:
            self.get_or_create(person_id=post.author_id, mark=mark, defaults={"post": post})
        return post


class Sent(models.Model):
    """That a text came in under a mark of its browser. Sent again, because the answer was lost on the way, it is known by it."""

    KEPT = timedelta(days=60)
    """Twice as long as a browser sends by itself what waits in it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    mark = models.CharField(max_length=36)
    post = models.ForeignKey("posts.Post", models.CASCADE, related_name="+")
    at = models.DateTimeField(default=now)

    objects = SentRows.as_manager()

    class Meta:
        db_table = "sent"
        constraints = [models.UniqueConstraint(fields=["person", "mark"], name="sent_once")]
        indexes = [models.Index(fields=["at"], name="sent_by_time")]

    def __str__(self) -> str:
        return f"{self.mark} of {self.person_id}"
