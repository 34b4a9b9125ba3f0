from django.db import models
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models import Person

FRIDAY, EIGHT = 4, 8
EARLIEST, LATEST = 5, 20
FRIDAYS_LETTER = pgettext_lazy("as a heading", "Friday’s letter")


class RhythmRows(models.QuerySet["Rhythm"]):
    def of(self, person: Person) -> "Rhythm":
        """When this person wants it; nothing is saved for who never chose."""
        return self.filter(person=person).first() or Rhythm(person=person)

    @verb
    def choose(self, person: Person, *, weekday: int, hour: int) -> None:
        """From now on it comes then."""
        self.update_or_create(person=person, defaults={"weekday": weekday, "hour": hour, "since": now()})


class Rhythm(models.Model):
    """When somebody wants Friday's letter. Who never chose gets it on Friday morning."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="rhythm")
    weekday = models.PositiveSmallIntegerField(default=FRIDAY)
    hour = models.PositiveSmallIntegerField(default=EIGHT)
    since = models.DateTimeField(null=True)
    """When day and hour were chosen; what would have come before that does not come late."""

    objects = RhythmRows.as_manager()

    class Meta:
        db_table = "digest_rhythm"

    def __str__(self) -> str:
        return f"{self.person_id}: {self.weekday} at {self.hour}"

    @property
    def letter(self) -> str:
        """What the letter is called: after Friday, unless another day was chosen."""
        return str(FRIDAYS_LETTER) if self.weekday == FRIDAY else _("Your weekly letter")

    def subject(self, title: str) -> str:
        """The subject of a letter that begins with this."""
        return (_("Friday’s letter: %(title)s") if self.weekday == FRIDAY else _("Your weekly letter: %(title)s")) % {"title": title}

    @property
    def day(self) -> str:
        """The name of the day, in the reader's language."""
        return str(WEEKDAYS[self.weekday])
