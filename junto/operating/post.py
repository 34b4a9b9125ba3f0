"""Letters go out by SMTP, and how it went is kept: when the last one went, when one failed and why. Never to whom."""

import contextlib
import logging
from collections.abc import Iterator, Sequence

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend
from django.db import DatabaseError

from junto.operating.figures.instruments import instruments
from junto.operating.models import Neighbour
from junto.operating.troubles import word_for

log = logging.getLogger(__name__)
SENT, FAILED = "mail sent", "mail failed"


class Backend(EmailBackend):
    """Django's, with a memory."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Sends them; what the mail server says is passed on as it came."""
        try:
            sent = super().send_messages(email_messages)
        except Exception as error:
            _keep(FAILED, word_for(error))
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
