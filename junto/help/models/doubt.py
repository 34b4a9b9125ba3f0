from django.db import models

from junto.help.holding.facts import AnswerDoubted
from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.people.models import Person
from junto.posts.models import Post


class DoubtRows(models.QuerySet["Doubt"]):
    @verb
    def ask(self, post: Post, *, by: Person, words: str = "") -> "Doubt":
        """The person asks whether it still holds. The author and the hosts hear of it once, without the name."""
        doubt, is_new = Doubt.objects.update_or_create(post=post, person=by, defaults={"words": words.strip()[: Doubt.LONGEST]})
        if is_new:
            thread = post.thread
            announce(AnswerDoubted(thread_id=thread.pk, space_id=thread.space_id, by_id=None, post_id=post.pk, doubt_id=doubt.pk))
        return doubt

    @verb
    def settle(self) -> None:
        """What was asked is answered."""
        self.delete()


class Doubt(models.Model):
    """Somebody asks quietly whether an answer still holds. It goes when somebody has looked."""

    LONGEST = 500

    post = models.ForeignKey(Post, models.CASCADE, related_name="doubts")
    person = models.ForeignKey(Person, models.CASCADE, related_name="doubts")
    words = models.CharField(max_length=LONGEST, blank=True)
    at = models.DateTimeField(default=now)

    objects = DoubtRows.as_manager()

    class Meta:
        db_table = "doubt"
        constraints = [models.UniqueConstraint(fields=["post", "person"], name="doubted_once")]

    def __str__(self) -> str:
        return f"{self.post_id} doubted"
