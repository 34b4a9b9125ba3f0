from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from junto.people.forms.account import PASSWORD_HELP
from junto.people.forms.profile import LineField
from junto.people.models import Person
from junto.people.models.person import tidy_email


class NewAccount(forms.Form):
    """A name, an address and a password for somebody who comes in."""

    name = LineField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(label=_("E-mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    password = forms.CharField(
        label=_("Password"),
        help_text=PASSWORD_HELP,
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_email(self) -> str:
        """The address in its one spelling, when nobody has it."""
        email = tidy_email(self.cleaned_data["email"]) or ""
        if Person.objects.by_email(email):
            raise forms.ValidationError(_("Somebody here has this address already."))
        return email

    def clean(self) -> None:
        """A password that is not the name or the address in disguise."""
        given = self.cleaned_data
        if given.get("password"):
            likeness = Person(name=given.get("name", ""), email=given.get("email"))
            try:
                validate_password(given["password"], likeness)
            except forms.ValidationError as trouble:
                self.add_error("password", trouble)
