from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models import Person
from junto.posts.models.thread import Thread


class WatchRows(models.QuerySet["Watch"]):
    @verb
    def begin(self, thread: Thread, person: Person, *, at: Any = None) -> None:
        """The person took part and hears of the thread from now on, unless they muted it."""
        self.begin_all([Watch(thread=thread, person=person, since=at or now())])

    @verb
    def begin_all(self, watches: "Iterable[Watch]") -> None:
        """The same for several people and threads at once."""
        Watch.objects.bulk_create(watches, ignore_conflicts=True)

    @verb
    def choose(self, thread: Thread, person: Person, level: str) -> None:
        """The person says whether they want to hear of the thread."""
        self.update_or_create(thread=thread, person=person, defaults={"level": level})


class Watch(models.Model):
    """Whether somebody wants to hear of a thread. Only they see it."""

    class Level(models.TextChoices):
        WATCHING = "watching", _("tell me of answers and replies")
        MUTED = "muted", _("do not tell me")

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="watches")
    person = models.ForeignKey(Person, models.CASCADE, related_name="watches")
    level = models.CharField(max_length=10, choices=Level.choices, default=Level.WATCHING)
    since = models.DateTimeField(default=now)

    objects = WatchRows.as_manager()

    class Meta:
        db_table = "watch"
        constraints = [models.UniqueConstraint(fields=["thread", "person"], name="watch_once")]
        indexes = [models.Index(fields=["person", "-since"], name="watch_of_person")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.level} {self.thread_id}"
