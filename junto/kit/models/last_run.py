from collections.abc import Iterable

from django.db import models

from junto.kit.clock import now
from junto.kit.facts import verb


class LastRunRows(models.QuerySet["LastRun"]):
    @verb
    def remember(self, listeners: Iterable[str]) -> None:
        """They have just run through."""
        rows = [LastRun(listener=name, at=now()) for name in sorted(set(listeners))]
        LastRun.objects.bulk_create(rows, update_conflicts=True, unique_fields=["listener"], update_fields=["at"])


class LastRun(models.Model):
    """When something of the timetable last ran through, so that it can be seen that what was promised happens."""

    listener = models.CharField(max_length=120, unique=True)
    at = models.DateTimeField()

    objects = LastRunRows.as_manager()

    class Meta:
        db_table = "last_run"

    def __str__(self) -> str:
        return f"{self.listener} at {self.at:%Y-%m-%d %H:%M}"
