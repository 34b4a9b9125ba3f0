from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from junto.kit.clock import now
from junto.notify.hearing import Hearing
from junto.notify.models import Level
from junto.people.models import Person
from junto.people.zones import zone_of

DAYS = {"day": 1, "week": 7}
CHOICES = [
    (Level.Kind.ALL, _("everything new")),
    (Level.Kind.CONCERNS, _("what concerns me")),
    ("day", _("nothing until tomorrow")),
    ("week", _("nothing for a week")),
    ("until", _("nothing until the day I name")),
    (Level.Kind.MUTED, _("nothing")),
]


class HearingForm(forms.Form):
    """How much somebody wants to hear of one thing, and until when."""

    level = forms.ChoiceField(label=_("I want to hear"), choices=CHOICES, widget=forms.RadioSelect)
    until = forms.DateField(label=_("Until this day"), required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, data: Any = None, *, hearing: Hearing) -> None:
        row = hearing.row
        until = timezone.localtime(row.muted_until).date() if row.is_muted and row.muted_until else None
        super().__init__(data, initial={"level": "until" if until else row.level, "until": until})
        self.hearing = hearing
        if hearing.family == "person":
            self.fields["level"].choices = CHOICES[1:]  # whom one follows is chosen on their page

    def clean(self) -> dict[str, Any]:
        """Whoever names a day names one that is still to come."""
        given = super().clean() or {}
        day = given.get("until")
        if given.get("level") == "until" and (day is None or day <= timezone.localdate()):
            self.add_error("until", _("Name a day that is still to come."))
        return given

    def save(self) -> None:
        """Has it so from now on."""
        level = self.cleaned_data["level"]
        if level == "until":
            self.hearing.mute_until(begin_of(self.cleaned_data["until"], self.hearing.person))
        elif level in DAYS:
            self.hearing.mute_until(begin_in(DAYS[level], self.hearing.person))
        else:
            self.hearing.choose(level)


def begin_of(day: date, person: Person) -> datetime:
    """When that day begins for the person."""
    return datetime.combine(day, time.min, zone_of(person))


def begin_in(days: int, person: Person) -> datetime:
    """When the day so many days from now begins for the person."""
    return begin_of(now().astimezone(zone_of(person)).date() + timedelta(days=days), person)
