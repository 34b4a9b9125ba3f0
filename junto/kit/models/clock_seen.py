from django.db import models


class ClockSeen(models.Model):
    """What the clock said when a worker last looked: one row. By it a clock that leapt is told from one that went on."""

    at = models.DateTimeField()

    class Meta:
        db_table = "clock_seen"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"
