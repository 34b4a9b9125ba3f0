from django import forms
from django.utils.translation import gettext_lazy as _


class RequestForm(forms.Form):
    """What somebody says who asks to be let in."""

    message = forms.CharField(
        label=_("What brings you here"), max_length=500, required=False, widget=forms.Textarea({"rows": 3}), help_text=_("Hosts read it.")
    )
