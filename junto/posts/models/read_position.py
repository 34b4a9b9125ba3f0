from django.db import models

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models import Person
from junto.posts.models.thread import Thread


class ReadPositionRows(models.QuerySet["ReadPosition"]):
    @verb
    def reach(self, thread: Thread, person: Person, post_id: int) -> None:
        """Remembers how far the person has read; reading backwards changes nothing."""
        if self.filter(thread=thread, person=person, post_id__gte=post_id).exists():
            return
        position = ReadPosition(thread=thread, person=person, post_id=post_id)
        unique, changed = ["person", "thread"], ["post_id", "at"]
        ReadPosition.objects.bulk_create([position], update_conflicts=True, unique_fields=unique, update_fields=changed)


class ReadPosition(models.Model):
    """How far somebody has read a thread: one row a person a thread visited, never one a post. Nobody else sees it."""

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="read_positions")
    person = models.ForeignKey(Person, models.CASCADE, related_name="read_positions")
    post_id = models.BigIntegerField()
    at = models.DateTimeField(default=now)

    objects = ReadPositionRows.as_manager()

    class Meta:
        db_table = "read_position"
        constraints = [models.UniqueConstraint(fields=["person", "thread"], name="read_position_once")]

    def __str__(self) -> str:
        return f"{self.person_id} read {self.thread_id}"
