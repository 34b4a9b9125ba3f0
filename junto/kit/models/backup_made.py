from django.db import models

from junto.kit.facts import verb


class BackupRows(models.QuerySet["BackupMade"]):
    def proved(self) -> "BackupRows":
        """Backups that were brought back aside and found whole."""
        return self.filter(verified_at__isnull=False)


class BackupMade(models.Model):
    """One try to make a backup: what came of it, or why nothing did. It holds nothing about anybody."""

    made_at = models.DateTimeField(db_index=True)
    name = models.CharField(max_length=80, default="", blank=True)
    """The file in the folder of backups; it may have made room for newer ones since."""
    bytes = models.PositiveBigIntegerField(default=0)
    rows = models.PositiveBigIntegerField(default=0)
    files = models.PositiveIntegerField(default=0)
    seconds = models.FloatField(default=0)
    """Making and proving together."""
    verified_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=500, default="", blank=True)
    """A sentence; empty when all went well."""

    objects = BackupRows.as_manager()

    class Meta:
        db_table = "backup_made"

    def __str__(self) -> str:
        return self.name or self.error

    @classmethod
    def last(cls) -> "BackupMade | None":
        """The last try, whatever came of it."""
        return cls.objects.order_by("-pk").first()

    @classmethod
    def last_proved(cls) -> "BackupMade | None":
        """The last backup one can rely on."""
        return cls.objects.proved().order_by("-pk").first()

    @classmethod
    @verb
    def note(cls, **found: object) -> "BackupMade":
        """Writes down a try that has ended."""
        return cls.objects.create(**found)
