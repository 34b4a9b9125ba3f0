"""Letters go out by SMTP or a provider, and how it went is kept: when the last one went, when one failed and why. Never to whom."""

import contextlib
import logging
from collections.abc import Iterator, Sequence
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import DatabaseError

from junto.operating.figures.instruments import instruments
from junto.operating.models import Neighbour
from junto.operating.troubles import trouble_of

log = logging.getLogger(__name__)
SENT, FAILED = "mail sent", "mail failed"


class Backend(BaseEmailBackend):
    """What carries letters here, with a memory."""

    def __init__(self, fail_silently: bool = False, **kwargs: Any) -> None:
        super().__init__(fail_silently)
        self.carrier: BaseEmailBackend = get_connection(settings.MAIL_CARRIER, fail_silently=fail_silently, **kwargs)

    def open(self) -> bool | None:
        """Opens the way, once for several letters."""
        return self.carrier.open()

    def close(self) -> None:
        """Closes it."""
        self.carrier.close()

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Sends them; what the mail server says is passed on as it came."""
        try:
            sent = self.carrier.send_messages(email_messages)
        except Exception as error:
            _keep(FAILED, trouble_of(error))
            raise
        _keep(SENT)
        return sent


def _keep(how: str, trouble: str = "") -> None:
    if settings.METRICS_TOKEN:
        instruments().letters.labels(how.removeprefix("mail ")).inc()
    with _whatever_happens():
        Neighbour.keep(how, trouble)


@contextlib.contextmanager
def _whatever_happens() -> Iterator[None]:
    """A letter that went out has gone out: it would be sent again if this failed."""
    try:
        yield
    except DatabaseError as error:
        log.warning("it could not be kept how sending mail went: %s", type(error).__name__)
