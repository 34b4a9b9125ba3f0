from collections.abc import Collection, Mapping
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db import models

from junto.kit.compiled import compiled
from junto.kit.facts import verb
from junto.kit.notices import Concern
from junto.notify.defaults import choices, default_wish
from junto.notify.hours import Hours
from junto.notify.means import When
from junto.people.models import Person

WORKING_DAYS = "01234"


class PreferencesRows(models.QuerySet["Preferences"]):
    def of(self, person: Person) -> "Preferences":
        """What the person wants; whoever chose nothing has what is usual."""
        return self.filter(person=person).first() or Preferences(person=person)

    def of_each(self, people: Collection[int]) -> "Mapping[int, Preferences]":
        """The same for several people, in one query."""
        chosen = {row.person_id: row for row in _chosen(people=sorted(people))}
        return {person: chosen.get(person) or Preferences(person_id=person) for person in people}


class Preferences(models.Model):
    """How somebody wants to be reached. There is a row only once they chose something."""

    MOST_A_DAY = 50

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="preferences")
    wishes = models.JSONField(default=dict)
    """What differs from the usual: `{"mail": {"replies": "once"}}`."""
    quiet_from = models.TimeField(default=time(19))
    quiet_to = models.TimeField(default=time(7))
    days = models.CharField(max_length=7, default=WORKING_DAYS, blank=True)
    """The numbers of the working days, Monday is 0."""
    back_on = models.DateField(null=True, blank=True)
    """Away until then: the first day on which the person is called again."""
    summary_at = models.TimeField(default=time(8))
    a_day = models.PositiveSmallIntegerField(default=8)
    left = models.JSONField(default=list)
    """What they were asked to turn down and said it stays, so that they are not asked again: `["mail-replies"]`."""

    objects = PreferencesRows.as_manager()

    class Meta:
        db_table = "preferences"

    def __str__(self) -> str:
        return f"how {self.person_id} is reached"

    def wish(self, means: str, concern: Concern) -> When:
        """When the person wants to be called of such a thing by this means."""
        chosen = self.wishes.get(means, {}).get(concern.value)
        return When(chosen) if chosen in choices(means, concern) else default_wish(means, concern)

    def hours(self, zone: ZoneInfo) -> Hours:
        """Their hours in that zone."""
        days = frozenset(int(day) for day in self.days)
        return Hours(zone, self.quiet_from, self.quiet_to, days, self.summary_at, self.back_on)

    def is_left(self, means: str, concern: Concern) -> bool:
        """Whether they said that this stays as it is."""
        return f"{means}-{concern.value}" in self.left

    @verb
    def leave(self, means: str, concern: Concern) -> None:
        """It stays as it is, and they are not asked again."""
        self.choose(left=sorted({*self.left, f"{means}-{concern.value}"}))

    @verb
    def wants(self, means: str, concern: Concern, when: When) -> None:
        """The person wants to be called of such things then."""
        self.wishes = {**self.wishes, means: {**self.wishes.get(means, {}), concern.value: when.value}}
        self.choose()

    @verb
    def choose(self, **changes: time | date | str | int | list[str] | dict[str, Any] | None) -> None:
        """Keeps what the person chose."""
        for field, value in changes.items():
            setattr(self, field, value)
        self.save()


@compiled
def _chosen(people: list[int]) -> PreferencesRows:
    return Preferences.objects.filter(person__in=people)
