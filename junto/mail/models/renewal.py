from django.db import models
from django.db.models import F

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models import Person


class RenewalRows(models.QuerySet["Renewal"]):
    def number_of(self, person_id: int) -> int:
        """How often this person's addresses were renewed."""
        return self.filter(person=person_id).values_list("number", flat=True).first() or 0

    @verb
    def renew(self, person: Person) -> None:
        """From now on no address that was made for this person before is good."""
        row, is_new = self.get_or_create(person=person)
        if not is_new:
            self.filter(pk=row.pk).update(number=F("number") + 1, at=now())


class Renewal(models.Model):
    """Somebody ended all addresses by which they could answer mails; those in newer mails are signed with this number."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="+")
    number = models.PositiveIntegerField(default=1)
    at = models.DateTimeField(default=now)

    objects = RenewalRows.as_manager()

    class Meta:
        db_table = "mail_renewal"

    def __str__(self) -> str:
        return f"{self.person_id} renewed {self.number}"
