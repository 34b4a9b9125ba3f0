from django import forms
from django.utils.translation import gettext_lazy as _

from junto.people.forms.profile import LineField
from junto.people.passkeys import NAME_LENGTH, readable


class PasskeyName(forms.Form):
    """What a passkey is called, to know it by."""

    name = LineField(label=_("What to call it"), max_length=NAME_LENGTH)


class NewPasskey(PasskeyName):
    """A passkey that a browser has just made."""

    credential = forms.CharField(widget=forms.HiddenInput, max_length=20_000)

    def clean(self) -> None:
        """Only one that answers the challenge of this page."""
        made = readable(self.cleaned_data.get("credential", ""))
        if made is None:
            self.add_error(None, _("The passkey could not be made. Try once more."))
        self.cleaned_data["credential"] = made
