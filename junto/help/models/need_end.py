from django.db import models

from junto.help.models.need import Need
from junto.kit.clock import now
from junto.people.models import Person


class NeedEnd(models.Model):
    """How a need ended, who said so, and when."""

    class How(models.TextChoices):
        FULFILLED = "fulfilled"
        WITHDRAWN = "withdrawn"

    need = models.OneToOneField(Need, models.CASCADE, related_name="end")
    how = models.CharField(max_length=10, choices=How.choices)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        db_table = "need_end"

    def __str__(self) -> str:
        return f"{self.need_id} {self.how}"
