from django.db import models

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.posts.models import Thread


class RouteRows(models.QuerySet["Route"]):
    @verb
    def begin(self, thread: int) -> bool:
        """Whether this question sets out now; none does so twice."""
        return self.get_or_create(thread_id=thread)[1]


class Route(models.Model):
    """How far a question has come on its way to somebody who knows. It holds no person."""

    class Wave(models.IntegerChoices):
        FIRST = 1
        WIDER = 2
        HOSTS = 3

    thread = models.OneToOneField(Thread, models.CASCADE, related_name="route")
    wave = models.PositiveSmallIntegerField(choices=Wave.choices, default=0)
    since = models.DateTimeField(default=now)
    """When that wave went out."""

    objects = RouteRows.as_manager()

    class Meta:
        db_table = "help_route"

    def __str__(self) -> str:
        return f"{self.thread_id}: wave {self.wave}"

    @verb
    def reach(self, wave: int) -> None:
        """The next wave goes out."""
        self.wave, self.since = wave, now()
        self.save(update_fields=["wave", "since"])
