from django.db import models

from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.people.models import Person
from junto.posts.facts import AcceptanceWithdrawn
from junto.posts.models.post import Post
from junto.posts.models.thread import Thread, forget


class Acceptance(models.Model):
    """Which answer solved the question: who said so, and when."""

    thread = models.OneToOneField(Thread, models.CASCADE, related_name="acceptance")
    post = models.OneToOneField(Post, models.CASCADE, related_name="acceptance")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        db_table = "acceptance"

    def __str__(self) -> str:
        return f"{self.post_id} solved {self.thread_id}"

    @verb
    def withdraw(self, *, by: Person) -> None:
        """The answer is no longer marked."""
        thread, post = self.thread, self.post_id
        self.delete()
        forget(thread, "acceptance")
        announce(AcceptanceWithdrawn(thread_id=thread.pk, space_id=thread.space_id, by_id=by.pk, post_id=post))
