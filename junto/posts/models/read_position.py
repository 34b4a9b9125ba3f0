from django.db import models
from django.db.models import F
from django.db.models.functions import Greatest

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models import Person
from junto.posts.models.thread import Thread


class ReadPositionRows(models.QuerySet["ReadPosition"]):
    @verb
    def reach(self, thread: Thread, person: Person, post_id: int) -> None:
        """Remembers how far the person has read; reading backwards changes nothing."""
        position, is_new = self.get_or_create(thread=thread, person=person, defaults={"post_id": post_id})
        if not is_new and position.post_id < post_id:
            self.filter(pk=position.pk).update(post_id=Greatest(F("post_id"), post_id), at=now())


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
