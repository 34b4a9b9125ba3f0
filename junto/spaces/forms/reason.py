from django import forms
from django.utils.translation import gettext_lazy as _

from junto.people.models.look import LONGEST_WHY


class Reason(forms.Form):
    """Why an owner joins a space nobody invited them to."""

    why = forms.CharField(
        label=_("Why you join"),
        max_length=LONGEST_WHY,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Everybody who belongs to the space can read it."),
    )
