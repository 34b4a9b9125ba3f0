from django.db import models
from django.utils.translation import gettext_lazy as _

from junto.help.models.need import Need
from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models import Person


class NeedOffer(models.Model):
    """Somebody volunteers: to show it, to host a session about it, or to point somewhere."""

    LONGEST = 500

    class Kind(models.TextChoices):
        SHOW = "show", _("I can show it")
        HOST = "host", _("I can host a session about it")
        POINT = "point", _("I can point you somewhere")

    need = models.ForeignKey(Need, models.CASCADE, related_name="offers")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.SHOW)
    words = models.CharField(max_length=LONGEST, blank=True)
    at = models.DateTimeField(default=now)

    class Meta:
        db_table = "need_offer"
        constraints = [models.UniqueConstraint(fields=["need", "person", "kind"], name="need_offered_once")]

    def __str__(self) -> str:
        return f"{self.person_id} offers {self.kind} for {self.need_id}"

    @verb
    def take_back(self) -> None:
        """Whoever volunteered cannot after all."""
        self.delete()
