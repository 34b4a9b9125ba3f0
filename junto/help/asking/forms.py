from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from junto.help.models import Capacity
from junto.help.models.capacity import MOST


class CapacityForm(forms.Form):
    """How often somebody wants to be asked."""

    a_week = forms.IntegerField(
        label=_("Questions a week"),
        min_value=0,
        max_value=MOST,
        error_messages=dict.fromkeys(("min_value", "max_value"), _("Choose a number from 0 to 10.")),
        help_text=_("At most so many are brought to you in seven days, from 0 to 10. With 0 none is."),
    )
    paused_until = forms.DateField(
        label=_("Pause until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_(
            "On that day it begins again by itself. While you are away, in quiet hours and on free days you are not called anyway."
        ),
    )

    @classmethod
    def of(cls, capacity: Capacity, data: Any = None) -> "CapacityForm":
        """The form with what is chosen now."""
        until = capacity.paused_until
        return cls(data, initial={"a_week": capacity.a_week, "paused_until": until if until and until > localdate() else None})

    def clean_paused_until(self) -> date | None:
        """A day to come."""
        until: date | None = self.cleaned_data["paused_until"]
        if until and until <= localdate():
            raise ValidationError(_("This day is no longer to come. Choose a later one, or leave it empty."))
        return until
