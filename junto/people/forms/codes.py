from django import forms
from django.utils.translation import gettext_lazy as _

CODE = forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"})


class Code(forms.Form):
    """A code from an app, or one of the recovery codes; blanks and dashes do not matter."""

    code = forms.CharField(label=_("Code"), max_length=40, widget=CODE)

    def refuse(self) -> None:
        """Says that it was not the code, unless it is plain that there was none."""
        if not self.has_error("code"):
            self.add_error("code", _("This code is not right, or it was used already."))
