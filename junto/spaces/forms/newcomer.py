from typing import Any

from django import forms
from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext_lazy as _

from junto.people.forms.owner import NewAccount
from junto.people.models import Person
from junto.people.models.person import tidy_email
from junto.spaces.models import Invitation

REFUSED = _("That did not work. If you already have an account, sign in with it; otherwise look at the address once more.")


class Newcomer(NewAccount):
    """The account of somebody who was invited. An address the invitation names is not asked again, nor a name that is claimed."""

    def __init__(self, invitation: Invitation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invitation = invitation
        if invitation.email:
            del self.fields["email"]
        if invitation.claims:
            del self.fields["name"]

    def clean_email(self) -> str:
        """One spelling of the address. Whether somebody has it is not said here."""
        return tidy_email(self.cleaned_data["email"]) or ""

    def clean(self) -> None:
        """One sentence for every address that cannot be taken, and as much work as for one that can."""
        given = self.cleaned_data
        given.setdefault("name", self.invitation.claims.name if self.invitation.claims else "")
        if self.invitation.email:
            given["email"] = self.invitation.email
        super().clean()
        if not self.errors and Person.objects.by_email(given["email"]):
            make_password(given["password"])
            self.refuse()

    def refuse(self) -> None:
        """Says that it did not work, in the words that hold for every reason."""
        self.add_error(None, forms.ValidationError(REFUSED))
