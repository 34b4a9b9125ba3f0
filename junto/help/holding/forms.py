from django import forms
from django.utils.translation import gettext_lazy as _

from junto.help.models import Doubt
from junto.posts.models import Outdated


class OutdatedForm(forms.Form):
    """Why an answer may no longer hold, and where it stands better now."""

    because = forms.CharField(
        label=_("What has changed"),
        required=False,
        max_length=Outdated.LONGEST,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("Everybody who reads the answer sees this."),
    )
    instead = forms.CharField(
        label=_("Address of a newer thread"),
        required=False,
        max_length=500,
        help_text=_("One in the same space. Copy it from your browser's address line, or type its number."),
    )


class DoubtForm(forms.Form):
    """A question on the quiet."""

    words = forms.CharField(
        label=_("What makes you ask"),
        required=False,
        max_length=Doubt.LONGEST,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("Only the author and the hosts read it, and not who asks."),
    )
