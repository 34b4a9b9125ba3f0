from django.db import models

from junto.notify.models.inbox_item import InboxItem
from junto.people.models import Person


class InboxActor(models.Model):
    """Somebody whose act a line of an inbox tells of."""

    item = models.ForeignKey(InboxItem, models.CASCADE, related_name="actors")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        db_table = "inbox_actor"
        constraints = [models.UniqueConstraint(fields=["item", "person"], name="inbox_actor_once")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.item_id}"
