"""The forms of signing in, as settings.ACCOUNT_FORMS hands them to allauth."""

from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from junto.kit.work import later
from junto.people.letters import send_reset_letter
from junto.people.models import Person

PASSWORD_HELP = _("At least 10 characters. A few words in a row are good, and easy to keep in mind.")


class SignIn(allauth.LoginForm):
    """Address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        speak_plainly(self, login=_("E-mail address"), password=_("Password"))
        self.fields["login"].widget.attrs["autofocus"] = True
        self.fields["login"].max_length = 254
        self.fields["password"].widget.attrs["maxlength"] = 1000


class ForgottenPassword(allauth.ResetPasswordForm):
    """Asks for a letter with a link. What happens here is the same whether anybody has the address."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        speak_plainly(self, email=_("E-mail address"))

    def clean_email(self) -> str:
        """Looks nobody up: the worker does, after the answer went out."""
        return str(self.cleaned_data["email"])

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Queues the letter."""
        later(send_reset_letter, address=self.cleaned_data["email"])
        return str(self.cleaned_data["email"])


class NewPasswordByLink(allauth.ResetPasswordKeyForm):
    """A new password, after a one-time link was opened."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_once(self)


class NewPassword(forms.Form):
    """A new password, typed once; whoever mistypes it is still signed in and can choose another."""

    password = forms.CharField(
        label=_("New password"),
        help_text=PASSWORD_HELP,
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_password(self) -> str:
        """A password that is neither weak nor the name in disguise."""
        validate_password(self.cleaned_data["password"], self.person)
        return str(self.cleaned_data["password"])


class LinkOfSomebodyHere(allauth.UserTokenForm):
    """A one-time link is good only while its person is here."""

    def _get_user(self, uidb36: str) -> Person | None:
        person: Person | None = super()._get_user(uidb36)
        return person if person and person.is_active and person.has_account else None


def speak_plainly(form: forms.Form, **labels: Any) -> None:
    """Our words for the labels, and no placeholders or help of allauth's."""
    for name, label in labels.items():
        field = form.fields[name]
        field.label, field.help_text = label, ""
        field.widget.attrs.pop("placeholder", None)


def ask_once(form: forms.Form) -> None:
    """The new password is typed once; whoever mistypes it is still signed in and can choose another."""
    del form.fields["password2"]
    speak_plainly(form, password1=_("New password"))
    form.fields["password1"].help_text = PASSWORD_HELP
    form.fields["password1"].max_length = 1000
