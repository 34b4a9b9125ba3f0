from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from junto.help.models import Capacity
from junto.help.models.capacity import MOST


class CapacityForm(forms.Form):
    """How often somebody wants to be asked."""

    a_week = forms.IntegerField(
        label=_("Questions a week"),
        min_value=0,
        max_value=MOST,
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
        return cls(data, initial={"a_week": capacity.a_week, "paused_until": capacity.paused_until})
