from django import forms
from django.utils.translation import gettext_lazy as _


class Appointed(forms.Form):
    """Whom an owner asks to host a space."""

    who = forms.CharField(label=_("Name or e-mail address"), max_length=254)
    person = forms.IntegerField(required=False, widget=forms.HiddenInput)

    use_required_attribute = False
