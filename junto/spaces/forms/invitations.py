"""The three ways to invite: somebody who is here, people by their addresses, whoever holds a link."""

from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from junto.spaces.address_lists import AddressList, decoded, read_addresses
from junto.spaces.models import Membership

LARGEST_FILE = 200_000
DAYS = [(1, gettext_lazy("a day")), (7, gettext_lazy("a week")), (14, gettext_lazy("two weeks")), (60, gettext_lazy("two months"))]


class WithRole(forms.Form):
    """An invitation by a host says with which part people come in; others invite members, and are not asked."""

    mark = forms.CharField(required=False, max_length=36, initial=uuid4, widget=forms.HiddenInput)
    """What the same form sent twice is known by."""
    role = forms.ChoiceField(label=gettext_lazy("They come in as"), choices=Membership.Role.choices, initial="member")

    use_required_attribute = False

    def __init__(self, *args: Any, leads: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not leads:
            del self.fields["role"]

    @property
    def terms(self) -> dict[str, Any]:
        """What was chosen, as the verbs take it."""
        given = self.cleaned_data
        return {"mark": given["mark"], "role": given.get("role") or "member", **({"days": int(given["days"])} if "days" in given else {})}


class ByName(WithRole):
    """Somebody who has an account."""

    who = forms.CharField(label=gettext_lazy("Name or e-mail address"), max_length=254)
    person = forms.IntegerField(required=False, widget=forms.HiddenInput)

    field_order = ("who", "person", "role")


class ByAddress(WithRole):
    """People by their e-mail addresses, one or many, typed or in a file."""

    addresses = forms.CharField(
        label=gettext_lazy("E-mail addresses"),
        required=False,
        max_length=LARGEST_FILE,
        widget=forms.Textarea({"rows": 4}),
        help_text=gettext_lazy("One a line, or with commas between. Names beside them do no harm."),
    )
    file = forms.FileField(label=gettext_lazy("Or a file (.txt or .csv)"), required=False)
    days = forms.TypedChoiceField(label=gettext_lazy("Good for"), choices=DAYS, initial=14)

    field_order = ("addresses", "file", "role", "days")

    def clean_file(self) -> UploadedFile | None:
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST_FILE:
            raise ValidationError(_("This file is too large for a list of addresses."))
        return file

    def clean(self) -> None:
        """Reads the list. Bad lines are no error of the form: the good ones go."""
        given = self.cleaned_data
        file = decoded(given["file"].read()) if given.get("file") else ""
        self.found: AddressList = read_addresses(file, given.get("addresses", ""))


class ByLink(WithRole):
    """Whoever holds the link."""

    uses = forms.IntegerField(label=gettext_lazy("How many people may use it"), min_value=1, max_value=500, initial=1)
    days = forms.TypedChoiceField(label=gettext_lazy("Good for"), choices=DAYS, initial=7)

    field_order = ("uses", "days", "role")

    @property
    def terms(self) -> dict[str, Any]:
        """With the number of uses."""
        return {**super().terms, "uses": self.cleaned_data["uses"]}
