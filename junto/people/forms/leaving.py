from django import forms
from django.utils.translation import gettext_lazy as _


class LeavingForm(forms.Form):
    """What becomes of the texts of somebody who leaves for good."""

    KEEP, EVERYTHING = "keep", "everything"

    texts = forms.ChoiceField(
        label=_("What was written"),
        widget=forms.RadioSelect,
        choices=[
            (KEEP, _("Stays for others, without the name")),
            (EVERYTHING, _("Goes as well. Where others answered, their words stay and an empty place remains")),
        ],
    )

    @property
    def keep_texts(self) -> bool:
        return bool(self.cleaned_data["texts"] == self.KEEP)
