"""The first owner of a new instance: named by the operator, or whoever opens a link that works once."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse

from junto.config.env import WrongSetting, text
from junto.people.models import OwnerLink, Person


def welcome_owner() -> str:
    """The path of a one-time link to become the owner; nothing when there is an owner already, or the settings name one."""
    if Person.objects.filter(is_owner=True, is_active=True).exists():
        return ""
    email, password = text("JUNTO_OWNER_EMAIL"), text("JUNTO_OWNER_PASSWORD")
    if email or password:
        name_owner(email, password)
        return ""
    return reverse("people:owner", args=[OwnerLink.make()])


def name_owner(email: str, password: str) -> Person:
    """Makes the owner the settings name, for an unattended set-up."""
    _refuse(email, password)
    with transaction.atomic():
        person = Person.objects.by_email(email) or Person.objects.join(name=email.split("@")[0], email=email, password=password)
        person.make_owner()
    return person


def _refuse(email: str, password: str) -> None:
    try:
        validate_email(email)
        validate_password(password)
    except ValidationError as error:
        reasons = " ".join(error.messages)
        raise WrongSetting(f"JUNTO_OWNER_EMAIL and JUNTO_OWNER_PASSWORD: {reasons} Set both, or neither to get a link.") from error
