"""What `notify` would say, made by hand, and a mail server of our own to take it."""

import email
from email.message import EmailMessage
from email.policy import default

import pytest
from django.core import mail

from junto.kit.clock import now
from junto.kit.facts import Fact
from junto.kit.models import FactRecord
from junto.kit.work.worker import work_off
from junto.mail.incoming.door import Envelope, take_in
from junto.mail.means import Mail
from junto.mail.models import IncomingMail
from junto.mail.tests.dovecot import _running, dovecot
from junto.notify.means import Message
from junto.notify.tests.carrier import life

__all__ = ["life"]

__all__ = ["_running", "dovecot"]


@pytest.fixture
def box(settings, post_office):
    """A house that sends by SMTP to `post_office`."""
    settings.EMAIL_BACKEND, settings.MAIL_WORKS = "junto.operating.post.Backend", True
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", post_office.port, False
    settings.JUNTO_URL, settings.DEFAULT_FROM_EMAIL = "https://junto.example.org", "Junto <junto@example.org>"
    settings.MAIL_IN_ADDRESS = ""
    return post_office


@pytest.fixture
def means():
    return Mail.registry["mail"]


def message(thread=None, **said) -> Message:
    """One thing told, about a thread when there is one."""
    place = {"thread_id": thread.pk, "title": thread.title, "url": f"/threads/{thread.pk}/"} if thread else {"url": "/inbox/"}
    told = {
        "item_id": 1,
        "notice": "answer",
        "says": "Ben Yılmaz answered “How loud may it be?”",
        "because": "You asked this question.",
        "switch": "/preferences/threads/1/",
        "at": now(),
        "people": ("Ben Yılmaz",),
        "html": '<p dir="auto">It hums. <a href="/threads/7/">See there</a></p>',
        "plain": "It hums. See there",
    }
    return Message(**(told | place | said))


def read(letter: bytes) -> EmailMessage:
    """A letter as a strict reader understands it, with nothing wrong in it."""
    found = email.message_from_bytes(letter, policy=default)
    assert not [defect for part in found.walk() for defect in part.defects]
    assert not [defect for value in found.values() for defect in getattr(value, "defects", ())]
    return found


def button_of(found: EmailMessage) -> str:
    """The path behind the button of mail programs."""
    return found["List-Unsubscribe"].strip(" <>").removeprefix("https://junto.example.org")


@pytest.fixture
def mail_comes_in(db, settings, tmp_path) -> None:
    """This Junto takes mail, and sends some."""
    settings.MEDIA_ROOT = tmp_path / "uploads"
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
