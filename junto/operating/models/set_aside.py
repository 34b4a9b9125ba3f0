from django.db import models

from junto.kit.clock import now
from junto.kit.models import Work
from junto.people.models import Person


class SetAside(models.Model):
    """That an owner put a piece of dead work aside: it troubles nobody any more, and can be taken up again for thirty days."""

    work = models.OneToOneField(Work, models.CASCADE, related_name="set_aside")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        db_table = "set_aside"

    def __str__(self) -> str:
        return f"{self.work_id} set aside"
