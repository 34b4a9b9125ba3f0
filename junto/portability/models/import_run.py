from collections import Counter

from django.db import models

from junto.kit.clock import now
from junto.spaces.models import Space


class ImportRun(models.Model):
    """One import from one source: how far it has come, so that it can be killed and goes on where it was."""

    source = models.CharField(max_length=200, unique=True)
    space = models.ForeignKey(Space, models.CASCADE, related_name="+")
    stage = models.CharField(max_length=40, blank=True)
    line = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    started_at = models.DateTimeField(default=now)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "import_run"

    def __str__(self) -> str:
        return self.source

    def reach(self, stage: str, line: int, taken: Counter[str]) -> None:
        """Remembers, in the transaction of the rows themselves, that everything up to this line has been taken in."""
        self.stage, self.line = stage, line
        self.counts = dict(Counter(self.counts) + taken)
        self.save(update_fields=["stage", "line", "counts"])

    def finish(self) -> None:
        """Everything was taken in."""
        self.stage, self.line, self.finished_at = "", 0, now()
        self.save(update_fields=["stage", "line", "finished_at"])
