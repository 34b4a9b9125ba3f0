from django.db import models

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.kit.files.forgetting import forget_folder
from junto.kit.files.names import begun_folder_of
from junto.kit.work import later


class UploadRows(models.QuerySet["Upload"]):
    def of(self, person: int) -> "UploadRows":
        """What that person has begun to send; nobody else may know of it."""
        return self.filter(by_id=person)

    @verb
    def discard(self) -> None:
        """Takes out the rows; the pieces follow once that is certain."""
        for key in list(self.values_list("key", flat=True)):
            later(forget_folder, folder=begun_folder_of(key))
        self.delete()


class Upload(models.Model):
    """A file that is on its way, piece by piece. It hangs on nothing yet; only whoever sends it may go on, look, or give it up."""

    key = models.CharField(max_length=32, unique=True)
    by_id = models.BigIntegerField(db_index=True)
    mark = models.CharField(max_length=80)
    """By which the browser knows the file again: its size and when it was changed, never its name."""
    size = models.PositiveBigIntegerField()
    arrived = models.PositiveBigIntegerField(default=0)
    touched_at = models.DateTimeField(default=now)

    objects = UploadRows.as_manager()

    class Meta:
        db_table = "upload"

    def __str__(self) -> str:
        return f"{self.arrived} of {self.size}"

    @property
    def is_whole(self) -> bool:
        """Whether all of it is here."""
        return self.arrived == self.size

    def name_of(self, start: int) -> str:
        """What the piece that begins at that byte is called in the store."""
        return f"{begun_folder_of(self.key)}/{start}"
