from django.db import models


class BroughtRows(models.QuerySet["Brought"]):
    def number(self, source: str, kind: str, key: str) -> int | None:
        """Which of our numbers this foreign key has become; None when it was not brought."""
        return self.filter(source=source, kind=kind, key=key).values_list("number", flat=True).first()


class Brought(models.Model):
    """What something from elsewhere has become here: why running an import twice changes nothing."""

    source = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=120)
    number = models.BigIntegerField()

    objects = BroughtRows.as_manager()

    class Meta:
        db_table = "brought"
        constraints = [models.UniqueConstraint(fields=["source", "kind", "key"], name="brought_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} is {self.number}"
