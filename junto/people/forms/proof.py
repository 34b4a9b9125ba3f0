from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from junto.people.forms.codes import CODE
from junto.people.models import Identity, Person
from junto.people.passkeys import signed_by
from junto.people.providers import provider_named
from junto.people.second_step import Ways, use_code, ways_of
from junto.people.ways_in import by_password


class Proof(forms.Form):
    """Shows once more who somebody is: by any of the ways they have."""

    proof_password = forms.CharField(
        label=_("Your password"),
        required=False,
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )
    proof_code = forms.CharField(label=_("Or a code from your app, or a recovery code"), required=False, max_length=40, widget=CODE)

    proof_credential = forms.CharField(required=False, max_length=20_000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.ways = person, ways_of(person)
        self._leave_only(self.ways)
        self.providers = [provider_named(each.provider) for each in Identity.objects.filter(person=person)]

    def clean(self) -> None:
        """Whatever was given has to be right; giving one of them is enough."""
        given = self.cleaned_data
        password, code, credential = (given.get(f"proof_{way}") for way in ("password", "code", "credential"))
        if credential and signed_by(self.person, credential):
            return
        if password and not self.person.check_password(password):
            self.add_error("proof_password", _("This is not your password."))
        elif not password and code and not use_code(self.person, code):
            self.add_error("proof_code", _("This code is not right, or it was used already."))
        elif not (password or code):
            self.add_error(None, _("Show that it is you."))

    def _leave_only(self, ways: Ways) -> None:
        if not ways.password or not by_password():
            del self.fields["proof_password"]
            self.fields["proof_code"].label = _("A code from your app, or a recovery code")
        if not ways.codes:
            del self.fields["proof_code"]
        if not ways.passkeys:
            del self.fields["proof_credential"]
