from django.db import models

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models import Person


class StopRows(models.QuerySet["Stop"]):
    def stands(self, person: Person, mailing: str) -> bool:
        """Whether this person stopped these mails."""
        return self.filter(person=person, mailing=mailing).exists()

    @verb
    def begin(self, person: Person, mailing: str) -> None:
        """No more of these mails to this person. Twice is once."""
        self.get_or_create(person=person, mailing=mailing)

    @verb
    def end(self, person: Person, mailing: str) -> None:
        """These mails come again."""
        self.filter(person=person, mailing=mailing).delete()


class Stop(models.Model):
    """Somebody wants no more mail of one kind. The mails themselves have the link; the inbox stays as it is."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    mailing = models.CharField(max_length=30)
    at = models.DateTimeField(default=now)

    objects = StopRows.as_manager()

    class Meta:
        db_table = "mail_stop"
        constraints = [models.UniqueConstraint(fields=["person", "mailing"], name="stopped_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.mailing}"
