from django.db import models

from junto.portability.models.import_run import ImportRun


class BrokenRow(models.Model):
    """A row that could not be taken in: where it stands and why."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="broken_rows")
    file = models.CharField(max_length=80)
    line = models.PositiveIntegerField()
    reason = models.CharField(max_length=300)

    class Meta:
        db_table = "broken_row"
        constraints = [models.UniqueConstraint(fields=["run", "file", "line"], name="broken_row_once")]

    def __str__(self) -> str:
        return f"{self.file} line {self.line}: {self.reason}"
