from django.db import models
from django.db.models import Q

from junto.kit.clock import now
from junto.people.models.person import Person


class BlockRows(models.QuerySet["Block"]):
    def between(self, one: int, other: int) -> "BlockRows":
        """Blocks between two people, whoever set them."""
        return self.filter(Q(person=one, blocked=other) | Q(person=other, blocked=one))

    def people_apart_from(self, person: int) -> set[int]:
        """Everybody with a block between them and this person, in either direction."""
        pairs = self.filter(Q(person=person) | Q(blocked=person)).values_list("person_id", "blocked_id")
        return {number for pair in pairs for number in pair} - {person}


class Block(models.Model):
    """Stops mention, invitation, follow and match between two people; changes nobody's sight. Only who set it knows."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="blocks")
    blocked = models.ForeignKey(Person, models.CASCADE, related_name="+")
    since = models.DateTimeField(default=now)

    objects = BlockRows.as_manager()

    class Meta:
        db_table = "block"
        constraints = [models.UniqueConstraint(fields=["person", "blocked"], name="block_once")]

    def __str__(self) -> str:
        return f"{self.person_id} blocks {self.blocked_id}"
