from django.db import models

from junto.kit.facts.fact import Fact, read


class FactRecord(models.Model):
    """A fact as it is kept. Kit knows people by number: `by_id` is no foreign key, and is cut off when the time is over."""

    kind = models.CharField(max_length=80)
    data = models.JSONField(default=dict)
    by_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "fact"
        indexes = [
            models.Index(fields=["kind", "at"], name="fact_kind_at"),
            models.Index(fields=["by_id", "at"], name="fact_by_at"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    def fact(self) -> Fact:
        """What was announced, with its number and time."""
        return read(self.kind, self.data, id=self.pk, at=self.at, by_id=self.by_id)
