from django import forms
from django.utils.translation import gettext_lazy as _

from junto.people.models.look import LONGEST_WHY


class Why(forms.Form):
    """Why somebody does something to what is another's, for that person to read."""

    why = forms.CharField(
        label=_("Why"), required=False, max_length=LONGEST_WHY, help_text=_("They read it, with what you did, under What Junto knows.")
    )
