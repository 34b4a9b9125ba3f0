"""How sending mail went is kept, never to whom."""

import socket
from smtplib import SMTPRecipientsRefused

import pytest
from aiosmtpd.controller import Controller
from django.core.mail import EmailMessage

from junto.operating.letters import send_test_letter
from junto.operating.models import Look


class Box:
    """A mailbox that takes everything but what goes to `nobody`."""

    def __init__(self) -> None:
        self.letters: list[bytes] = []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody"):
            return f"550 no such mailbox {address}"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.letters.append(envelope.content)
        return "250 OK"


@pytest.fixture
def box(settings):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings.EMAIL_BACKEND, settings.MAIL_WORKS = "junto.operating.post.Backend", True
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", port, False
    box = Box()
    post_office = Controller(box, hostname="127.0.0.1", port=port)
    post_office.start()
    yield box
    post_office.stop()


def test_a_letter_that_goes_out_is_known_to_have_gone_out(box, olga):
    send_test_letter(person_id=olga.pk)
    assert b"A test letter from Junto" in box.letters[0]
    assert list(Look.objects.values_list("name", "trouble")) == [("mail sent", "")]


def test_a_letter_that_is_refused_is_known_to_have_failed_and_not_to_whom(box, db):
    with pytest.raises(SMTPRecipientsRefused):
        EmailMessage("Hello", "Hello", to=["nobody@example.org"]).send()
    assert list(Look.objects.values_list("name", "trouble")) == [("mail failed", "recipient")]


def test_a_mail_server_that_is_away_is_told_and_a_test_letter_is_not_tried_again(settings, olga):
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = "junto.operating.post.Backend", "127.0.0.1", 9
    send_test_letter(person_id=olga.pk)
    assert list(Look.objects.values_list("name", "trouble")) == [("mail failed", "refused")]
