from datetime import timedelta

from django.db import models, transaction

from junto.kit.clock import now


class ProcessRows(models.QuerySet["Process"]):
    def here(self) -> "ProcessRows":
        """Those that said so within the last minute."""
        return self.filter(seen_at__gt=now() - Process.SILENT)


class Process(models.Model):
    """One process that serves or works, on whichever machine. It says every few seconds that it is there."""

    SILENT = timedelta(minutes=1)
    FORGOTTEN = timedelta(days=1)

    host = models.CharField(max_length=100)
    pid = models.PositiveIntegerField()
    serves = models.BooleanField()
    works = models.BooleanField()
    version = models.CharField(max_length=40)
    started_at = models.DateTimeField(default=now)
    seen_at = models.DateTimeField(default=now)

    objects = ProcessRows.as_manager()

    class Meta:
        db_table = "process"
        constraints = [models.UniqueConstraint(fields=["host", "pid"], name="process_once")]

    def __str__(self) -> str:
        return f"{self.host} {self.pid}"

    @classmethod
    def arrive(cls, host: str, pid: int, *, serves: bool, works: bool, version: str) -> "Process":
        """A process begins. What had its number before has ended, and what nobody heard of for a day is forgotten."""
        with transaction.atomic():
            cls.objects.filter(models.Q(host=host, pid=pid) | models.Q(seen_at__lt=now() - cls.FORGOTTEN)).delete()
            return cls.objects.create(host=host, pid=pid, serves=serves, works=works, version=version)

    def is_there(self) -> None:
        """It is still at work."""
        self.seen_at = now()
        with transaction.atomic():
            if not type(self).objects.filter(pk=self.pk).update(seen_at=self.seen_at):
                self.save(force_insert=True)

    def leave(self) -> None:
        """It ends."""
        with transaction.atomic():
            type(self).objects.filter(pk=self.pk).delete()
