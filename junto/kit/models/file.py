from django.db import models

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.kit.files.forgetting import forget_folder, forget_thing
from junto.kit.files.names import RAW, folder_of
from junto.kit.files.use import FileUse
from junto.kit.work import later


class FileRows(models.QuerySet["File"]):
    def ready(self) -> "FileRows":
        """Files that can be handed out."""
        return self.filter(state=File.State.READY)

    def of(self, use: str, number: int) -> "FileRows":
        """Files that hang on one thing: the one it shows, and one that is being made ready or was refused."""
        return self.filter(use=use, number=number)

    @verb
    def discard(self) -> None:
        """Takes out the rows; the bytes follow once that is certain."""
        for key in list(self.values_list("key", flat=True)):
            later(forget_folder, folder=folder_of(key))
        self.delete()


class File(models.Model):
    """A file that hangs on something. Whoever may see that may see it; nobody else learns that it exists."""

    class State(models.TextChoices):
        WAITING = "waiting"
        READY = "ready"
        REFUSED = "refused"

    key = models.CharField(max_length=32, unique=True)
    use = models.CharField(max_length=40)
    number = models.BigIntegerField()
    """Of the thing it hangs on."""
    by_id = models.BigIntegerField(null=True, db_index=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    refusal = models.CharField(max_length=20, default="", blank=True)
    focus = models.CharField(max_length=10, default="middle")
    kind = models.CharField(max_length=40, default="", blank=True)
    """What is handed out, such as `image/webp`."""
    name = models.CharField(max_length=200, default="", blank=True)
    """What it is saved as, by who saves it; empty for pictures."""
    lengths = models.JSONField(default=dict)
    """How many bytes each of its sizes has."""
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    """Of a picture, in points."""
    size = models.PositiveBigIntegerField()
    """What it takes in the store, all together."""
    made_at = models.DateTimeField(default=now)

    objects = FileRows.as_manager()

    class Meta:
        db_table = "file"
        indexes = [models.Index(fields=["use", "number"], name="file_of")]

    def __str__(self) -> str:
        return f"{self.use} {self.number}"

    @property
    def hangs_on(self) -> FileUse:
        """The use, as its room declared it; KeyError when this release no longer knows it."""
        use: FileUse = FileUse.registry[self.use]
        return use

    @property
    def subject(self) -> str:
        """The address of what it hangs on, such as `person:7`."""
        return f"{self.hangs_on.subject}:{self.number}"

    def name_of(self, part: str) -> str:
        """What one of its sizes is called in the store."""
        return f"{folder_of(self.key)}/{part}"

    @verb
    def become_ready(self, kind: str, lengths: dict[str, int], points: tuple[int, int] = (0, 0)) -> None:
        """From now on it is what the thing shows, and what was shown before goes. If it was taken out meanwhile, its bytes go instead."""
        waiting = File.objects.filter(pk=self.pk, state=File.State.WAITING)
        known = {"kind": kind, "lengths": lengths, "size": sum(lengths.values()), "width": points[0], "height": points[1]}
        if not waiting.update(state=File.State.READY, **known) or not self.hangs_on.show(self.number, self.key, self.by_id):
            later(forget_folder, folder=folder_of(self.key))
            File.objects.filter(pk=self.pk).delete()
            return
        later(forget_thing, name=self.name_of(RAW))
        File.objects.of(self.use, self.number).exclude(pk=self.pk).discard()

    @verb
    def refuse(self, because: str) -> None:
        """It cannot be made ready. The row stays a day, so that whoever sent it learns why; the bytes go."""
        File.objects.filter(pk=self.pk).update(state=File.State.REFUSED, refusal=because, size=0)
        self.hangs_on.could_not_be_shown(self.number, because)
        later(forget_folder, folder=folder_of(self.key))
