from django.db import models

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models import Person


class PutAwayRows(models.QuerySet["PutAway"]):
    @verb
    def put_away(self, *, by: Person) -> None:
        """This owner does not want to see the first steps any more."""
        self.get_or_create(person=by)

    @verb
    def bring_back(self, *, by: Person) -> None:
        """Undoes that."""
        self.filter(person=by).delete()


class PutAway(models.Model):
    """That an owner put the first steps away from their home."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=now)

    objects = PutAwayRows.as_manager()

    class Meta:
        db_table = "first_steps_put_away"

    def __str__(self) -> str:
        return f"first steps of {self.person_id}"
