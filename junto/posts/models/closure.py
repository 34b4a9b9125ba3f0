from django.db import models

from junto.kit.clock import now
from junto.people.models import Person
from junto.posts.models.thread import Thread


class Closure(models.Model):
    """The thread takes no more posts for now: who said so, when and why."""

    thread = models.OneToOneField(Thread, models.CASCADE, related_name="closure")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    because = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=now)

    class Meta:
        db_table = "closure"

    def __str__(self) -> str:
        return f"{self.thread_id} closed"
