from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q
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
        """The person says how much they want to hear of the thread. A mute until some moment ends with that."""
        self.update_or_create(thread=thread, person=person, defaults={"level": level, "muted_until": None})

    @verb
    def mute_until(self, thread: Thread, person: Person, moment: datetime) -> None:
        """The person hears nothing of it until that moment; then it is as before, by itself."""
        made = {"level": Watch.Level.CONCERNS, "muted_until": moment}
        self.update_or_create(thread=thread, person=person, defaults={"muted_until": moment}, create_defaults=made)

    def muting(self, at: datetime) -> "WatchRows":
        """Those by which somebody hears nothing at that moment."""
        return self.filter(Q(level=Watch.Level.MUTED) | Q(muted_until__gt=at))


class Watch(models.Model):
    """How much somebody wants to hear of a thread. Only they see it. Without a row: when they are mentioned."""

    class Level(models.TextChoices):
        WATCHING = "watching", _("tell me of answers and replies")
        CONCERNS = "concerns", _("tell me only of what concerns me")
        MUTED = "muted", _("do not tell me")

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="watches")
    person = models.ForeignKey(Person, models.CASCADE, related_name="watches")
    level = models.CharField(max_length=10, choices=Level.choices, default=Level.WATCHING)
    muted_until = models.DateTimeField(null=True)
    since = models.DateTimeField(default=now)

    objects = WatchRows.as_manager()

    class Meta:
        db_table = "watch"
        constraints = [models.UniqueConstraint(fields=["thread", "person"], name="watch_once")]
        indexes = [models.Index(fields=["person", "-since"], name="watch_of_person")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.level} {self.thread_id}"
