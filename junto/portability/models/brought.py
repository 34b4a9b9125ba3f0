from collections.abc import Iterable

from django.db import models

ASKED_AT_ONCE = 500


class BroughtRows(models.QuerySet["Brought"]):
    def numbers(self, source: str, kind: str, keys: Iterable[str]) -> dict[str, int]:
        """Which of our numbers these foreign keys have become; what was not brought is missing."""
        asked, rows = list(set(keys) - {""}), self.filter(source=source, kind=kind)
        found: dict[str, int] = {}
        for at in range(0, len(asked), ASKED_AT_ONCE):
            found |= dict(rows.filter(key__in=asked[at : at + ASKED_AT_ONCE]).values_list("key", "number"))
        return found


class Brought(models.Model):
    """What something from elsewhere has become here: why running an import twice changes nothing."""

    LONGEST_KEY = 120

    source = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=LONGEST_KEY)
    number = models.BigIntegerField()

    objects = BroughtRows.as_manager()

    class Meta:
        db_table = "brought"
        constraints = [models.UniqueConstraint(fields=["source", "kind", "key"], name="brought_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} is {self.number}"
