import secrets
from datetime import datetime

from django.db import models

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models import Person


def new_key() -> str:
    """A number nobody else has, here or in a house that was restored from a backup."""
    return secrets.token_hex(16)


class SendingRows(models.QuerySet["Sending"]):
    def spent(self, person: Person, means: str, since: datetime) -> int:
        """How often the person was called at once by this means since then; what is under way counts."""
        return self.filter(person=person, means=means, is_counted=True, at__gte=since).count()


class Sending(models.Model):
    """One time somebody is called by one means, of everything that was due for them then."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="sendings")
    means = models.CharField(max_length=20)
    key = models.CharField(max_length=32, default=new_key, unique=True)
    """The same for every try, so that a means knows it when a crash has it sent again."""
    is_counted = models.BooleanField(default=False)
    """Whether it takes one from the day's calls; a summary does not."""
    is_sent = models.BooleanField(default=False)
    at = models.DateTimeField(default=now)

    objects = SendingRows.as_manager()

    class Meta:
        db_table = "sending"
        indexes = [models.Index(fields=["person", "means", "at"], name="sending_of_day")]

    def __str__(self) -> str:
        return f"{self.means} to {self.person_id}"

    @verb
    def went_out(self) -> None:
        """The means has taken it: the calls it was for are done."""
        self.calls.all().delete()
        self.is_sent, self.at = True, now()
        self.save(update_fields=["is_sent", "at"])
