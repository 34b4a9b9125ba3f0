from collections.abc import Iterable, Mapping

from django.db import models


class BroughtRows(models.QuerySet["Brought"]):
    def numbers(self, source: str, kind: str, keys: Iterable[str]) -> dict[str, int]:
        """Which of our numbers these foreign keys have become; keys that were not brought are missing."""
        found = self.filter(source=source, kind=kind, key__in=[key for key in keys if key])
        return dict(found.values_list("key", "number"))

    def remember(self, source: str, kind: str, pairs: Mapping[str, int]) -> None:
        """Remembers what foreign keys have become."""
        self.bulk_create([Brought(source=source, kind=kind, key=key, number=number) for key, number in pairs.items()])


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
