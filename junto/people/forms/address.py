from django import forms
from django.utils.translation import gettext_lazy as _

from junto.people.letters import mail_works
from junto.people.models import Person
from junto.people.models.person import tidy_email


class NewAddress(forms.Form):
    """Another address to sign in with."""

    email = forms.EmailField(label=_("New e-mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"}))

    def clean_email(self) -> str:
        """The address in its one spelling. Where a letter proves whose it is, nothing is said here about who has it."""
        email = tidy_email(self.cleaned_data["email"]) or ""
        if not mail_works() and Person.objects.by_email(email):
            raise forms.ValidationError(_("Somebody here has this address already."))
        return email
