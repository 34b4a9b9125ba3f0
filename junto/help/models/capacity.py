from collections.abc import Collection, Mapping
from datetime import date

from django.db import models

from junto.kit.facts import verb
from junto.people.models import Person

USUAL, MOST = 3, 10


class CapacityRows(models.QuerySet["Capacity"]):
    def of(self, person: Person) -> "Capacity":
        """What this person chose; nothing is saved for who never chose."""
        return self.filter(person=person).first() or Capacity(person=person)

    def of_each(self, people: Collection[int], today: date) -> Mapping[int, int]:
        """How many questions a week each of these people may be asked now; 0 while they pause."""
        chosen = {row.person_id: row.now(today) for row in self.filter(person__in=people)}
        return {person: chosen.get(person, USUAL) for person in people}

    @verb
    def choose(self, person: Person, *, a_week: int, paused_until: date | None) -> None:
        """From now on the person is asked so much."""
        self.update_or_create(person=person, defaults={"a_week": a_week, "paused_until": paused_until})


class Capacity(models.Model):
    """How many questions a week somebody may be asked. Nobody else sees it."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="capacity")
    a_week = models.PositiveSmallIntegerField(default=USUAL)
    paused_until = models.DateField(null=True)
    """The first day on which they may be asked again."""

    objects = CapacityRows.as_manager()

    class Meta:
        db_table = "help_capacity"
        constraints = [models.CheckConstraint(condition=models.Q(a_week__lte=MOST), name="capacity_is_bounded")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.a_week} a week"

    def now(self, today: date) -> int:
        """How many a week it is on that day."""
        return 0 if self.paused_until and self.paused_until > today else self.a_week
