from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from junto.digest.models.rhythm import EARLIEST, LATEST, Rhythm


class RhythmForm(forms.Form):
    """When somebody wants Friday's letter."""

    weekday = forms.TypedChoiceField(label=_("Day"), choices=list(WEEKDAYS.items()), coerce=int)
    hour = forms.TypedChoiceField(
        label=_("Hour"),
        choices=[(hour, f"{hour}:00") for hour in range(EARLIEST, LATEST + 1)],
        coerce=int,
        help_text=_("By the clock where you are. In quiet hours, on free days and while you are away it waits."),
    )

    @classmethod
    def of(cls, rhythm: Rhythm, data: object = None) -> "RhythmForm":
        """The form with what is chosen now."""
        return cls(data, initial={"weekday": rhythm.weekday, "hour": rhythm.hour})  # type: ignore[arg-type]  # what a request holds
