import pytest
from django.core import mail

from junto.kit.facts import Fact
from junto.kit.models import FactRecord
from junto.kit.work.worker import work_off
from junto.mail.incoming.door import Envelope, take_in
from junto.mail.models import IncomingMail
from junto.mail.tests.dovecot import _running, dovecot

__all__ = ["_running", "dovecot"]


@pytest.fixture
def mail_comes_in(db, settings) -> None:
    """This Junto takes mail, and sends some."""
    settings.MAIL_IN_ADDRESS = "junto@example.org"
    settings.MAIL_IN_AUTHSERV = ""
    settings.JUNTO_URL = "https://junto.example.org"
    settings.MAIL_WORKS = True
    mail.outbox.clear()


@pytest.fixture
def comes(db, mail_comes_in):
    """Brings a message to one of our addresses, and lets everything that follows happen; gives what came of it."""

    def bring(raw: bytes, to: str, sender: str = "ada@example.org") -> IncomingMail:
        take_in(raw, Envelope(sender, [to]))
        work_off()
        return IncomingMail.objects.order_by("-pk")[0]

    return bring


@pytest.fixture
def facts_of(db):
    """What happened of one kind, in order."""

    def of(kind: str) -> list[Fact]:
        return [record.fact() for record in FactRecord.objects.filter(kind=kind).order_by("pk")]

    return of
