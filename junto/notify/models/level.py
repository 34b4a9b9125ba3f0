from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from junto.kit.clock import now
from junto.kit.compiled import compiled
from junto.kit.facts import verb
from junto.people.models import Person
from junto.spaces.models import Space
from junto.topics.models import Topic


class LevelRows(models.QuerySet["Level"]):
    def muting(self, at: datetime) -> "LevelRows":
        """Those by which somebody hears nothing at that moment."""
        return self.filter(Q(level=Level.Kind.MUTED) | Q(muted_until__gt=at))

    def muting_for(self, people: Collection[int]) -> "list[Level]":
        """What these people have muted now, in one query."""
        return _muting(people=sorted(people), at=now())

    def wanting_all(self, at: datetime) -> "LevelRows":
        """Those by which somebody wants to hear of everything, and has not muted it."""
        return self.filter(level=Level.Kind.ALL).exclude(muted_until__gt=at)

    def of(self, person: Person, **about: Any) -> "Level":
        """What the person chose for a space, a topic or somebody (`space=…`, `topic=…`, `whom=…`)."""
        return self.filter(person=person, **about).first() or Level(person=person, **about)

    @verb
    def choose(self, person: Person, level: str, **about: Any) -> None:
        """From now on the person hears this much of it. A mute until some moment ends with that."""
        self.update_or_create(person=person, **about, defaults={"level": level, "muted_until": None})

    @verb
    def mute_until(self, person: Person, moment: datetime, **about: Any) -> None:
        """The person hears nothing of it until that moment; then it is as before, by itself."""
        self.update_or_create(person=person, **about, defaults={"muted_until": moment})


class Level(models.Model):
    """How much somebody wants to hear of a space, a topic or a person. Only they see it. Of threads `posts.Watch` says so."""

    class Kind(models.TextChoices):
        ALL = "all", _("everything new")
        CONCERNS = "concerns", _("what concerns me")
        MUTED = "muted", _("nothing")

    person = models.ForeignKey(Person, models.CASCADE, related_name="levels")
    space = models.ForeignKey(Space, models.CASCADE, null=True, related_name="+")
    topic = models.ForeignKey(Topic, models.CASCADE, null=True, related_name="+")
    whom = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    level = models.CharField(max_length=10, choices=Kind.choices, default=Kind.CONCERNS)
    muted_until = models.DateTimeField(null=True)

    objects = LevelRows.as_manager()

    class Meta:
        db_table = "level"
        constraints = [
            models.UniqueConstraint(fields=["person", "space"], name="level_of_space_once"),
            models.UniqueConstraint(fields=["person", "topic"], name="level_of_topic_once"),
            models.UniqueConstraint(fields=["person", "whom"], name="level_of_person_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} hears {self.level} of {self.space_id or self.topic_id or self.whom_id}"

    @property
    def is_muted(self) -> bool:
        """Whether the person hears nothing of it now."""
        return self.level == self.Kind.MUTED or (self.muted_until is not None and self.muted_until > now())


@compiled
def _muting(people: list[int], at: datetime) -> LevelRows:
    return Level.objects.filter(person__in=people).muting(at)
