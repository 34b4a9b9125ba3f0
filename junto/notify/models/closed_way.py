from collections.abc import Collection

from django.db import models

from junto.kit.clock import now
from junto.kit.facts import announce, verb
from junto.notify.facts import WayClosed
from junto.people.models import Person


class ClosedWayRows(models.QuerySet["ClosedWay"]):
    @verb
    def close(self, person: Person, means: str) -> None:
        """This person cannot be reached by it any more."""
        if self.get_or_create(person=person, means=means)[1]:
            announce(WayClosed(person_id=person.pk, means=means))

    @verb
    def open_again(self, person: Person, means: str) -> None:
        """It is tried again from now on."""
        self.filter(person=person, means=means).delete()

    def among(self, people: Collection[int]) -> set[tuple[int, str]]:
        """Which ways to these people are closed, as pairs of person and means."""
        return set(self.filter(person__in=people).values_list("person_id", "means"))


class ClosedWay(models.Model):
    """A means by which somebody cannot be reached any more: an address that takes no mail, a browser that is gone."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="closed_ways")
    means = models.CharField(max_length=20)
    since = models.DateTimeField(default=now)

    objects = ClosedWayRows.as_manager()

    class Meta:
        db_table = "closed_way"
        constraints = [models.UniqueConstraint(fields=["person", "means"], name="closed_way_once")]

    def __str__(self) -> str:
        return f"{self.means} does not reach {self.person_id}"
