"""What forms say of what was typed, in the tone of this house. Django’s own sentences sound like a machine."""

from django import forms
from django.core import validators
from django.utils.translation import gettext_lazy as _


def say_it_our_way() -> None:
    """Once at the start, for all forms, those of sign-in as well."""
    forms.Field.default_error_messages["required"] = _("This is still needed.")
    forms.IntegerField.default_error_messages["invalid"] = _("Write a whole number.")
    forms.DateField.default_error_messages["invalid"] = _("This is no day; write it like 2026-03-31.")
    forms.TimeField.default_error_messages["invalid"] = _("This is no time; write it like 17:30.")
    forms.ChoiceField.default_error_messages["invalid_choice"] = _("Choose from the list; “%(value)s” is not in it.")
    forms.MultipleChoiceField.default_error_messages["invalid_choice"] = _("Choose from the list; “%(value)s” is not in it.")
    validators.RegexValidator.message = _("This cannot be taken as it stands. Look whether a letter is wrong.")
    validators.EmailValidator.message = _("This does not look like an e-mail address.")
