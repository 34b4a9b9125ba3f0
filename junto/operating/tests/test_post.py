"""How sending mail went is kept, never to whom."""

from smtplib import SMTPRecipientsRefused

import pytest
from django.core.mail import EmailMessage

from junto.operating.letters import send_test_letter
from junto.operating.models import Neighbour


@pytest.fixture
def box(settings, post_office):
    settings.EMAIL_BACKEND, settings.MAIL_WORKS = "junto.operating.post.Backend", True
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", post_office.port, False
    return post_office


def test_a_letter_that_goes_out_is_known_to_have_gone_out(box, olga):
    send_test_letter(person_id=olga.pk)
    assert b"A test letter from Junto" in box.letters[0]
    assert list(Neighbour.objects.values_list("name", "trouble")) == [("mail sent", "")]


def test_a_letter_that_is_refused_is_known_to_have_failed_and_not_to_whom(box, db):
    with pytest.raises(SMTPRecipientsRefused):
        EmailMessage("Hello", "Hello", to=["nobody@example.org"]).send()
    assert list(Neighbour.objects.values_list("name", "trouble")) == [("mail failed", "recipient")]


def test_a_mail_server_that_is_away_is_told_and_a_test_letter_is_not_tried_again(settings, olga):
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = "junto.operating.post.Backend", "127.0.0.1", 9
    send_test_letter(person_id=olga.pk)
    assert list(Neighbour.objects.values_list("name", "trouble")) == [("mail failed", "refused")]
