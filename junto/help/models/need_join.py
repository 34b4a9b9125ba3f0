from django.db import models

from junto.help.models.need import Need
from junto.kit.clock import now
from junto.people.models import Person


class NeedJoin(models.Model):
    """Somebody would like to learn it too."""

    need = models.ForeignKey(Need, models.CASCADE, related_name="joins")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        db_table = "need_join"
        constraints = [models.UniqueConstraint(fields=["need", "person"], name="need_joined_once")]

    def __str__(self) -> str:
        return f"{self.person_id} wants {self.need_id}"
