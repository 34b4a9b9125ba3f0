"""The signed address of the page on which exactly one thing can be turned down, for whoever it was told to, signed in or not."""

from datetime import timedelta
from typing import Any

from django.core import signing
from django.urls import reverse

from junto.kit.notices import Notice
from junto.notify.models import InboxItem

SALT = "junto.notify.switch"
LASTS = timedelta(days=180)
"""Mails are opened late, and an address in an old mail must not be worth anything for ever."""


def switch_path(item: InboxItem, means: str, by: int | None = None) -> str:
    """The path of the page that turns down what this line told by this means (empty for the inbox)."""
    said = [item.person_id, Notice.registry[item.notice].concern.value, item.subject, means, by or 0]
    return reverse("notify:switch", args=[signing.dumps(said, salt=SALT, compress=True)])


def said_by(token: str) -> Any:
    """What stands in such an address: person, concern, subject, means, who did it. Raises BadSignature."""
    return signing.loads(token, salt=SALT, max_age=LASTS)
