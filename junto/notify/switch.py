"""The signed address of the page on which exactly one thing can be turned down, for whoever it was told to, signed in or not."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core import signing
from django.urls import reverse

from junto.kit.notices import Concern, Notice
from junto.notify.models import InboxItem

SALT = "junto.notify.switch"
LASTS = timedelta(days=180)
"""Mails are opened late, and an address in an old mail must not be worth anything for ever."""


@dataclass(frozen=True)
class Switch:
    """Whose it is, what they were told of, and by which means (empty for the inbox)."""

    person: int
    concern: Concern
    subject: str
    means: str
    by: int = 0


def switch_path(item: InboxItem, means: str, by: int | None = None) -> str:
    """The path of the page that turns down what this line told by this means."""
    concern = Notice.registry[item.notice].concern
    said = [item.person_id, concern.value, item.subject, means, by or 0]
    return reverse("notify:switch", args=[signing.dumps(said, salt=SALT, compress=True)])


def switch_of(token: str) -> Switch | None:
    """What stands in such an address; None when it is too old or none of ours."""
    try:
        person, concern, subject, means, by = _said(token)
        return Switch(person, Concern(concern), subject, means, by)
    except (signing.BadSignature, ValueError):
        return None


def _said(token: str) -> Any:
    return signing.loads(token, salt=SALT, max_age=LASTS)
