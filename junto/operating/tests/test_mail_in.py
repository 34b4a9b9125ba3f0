"""Whether mail comes in is told to owners and by the doctor: what is broken, what to do, when the last came, how many wait."""

import threading
from datetime import timedelta

import pytest

from junto.config.doctor import at_work as doctor
from junto.config.doctor import report
from junto.kit.clock import now
from junto.mail.models import IncomingMail
from junto.mail.tests.dovecot import _running, dovecot
from junto.operating.checks import mail_in
from junto.operating.looking import look_outside
from junto.operating.models import Neighbour
from junto.operating.taking_mail import MAILBOX, TAKER, present_as_taker, trouble_with_mailbox
from tests.queries import queries_of

__all__ = ["_running", "dovecot"]
FETCHED = {"host": "127.0.0.1", "port": 9, "tls": False, "name": "junto", "password": "open", "folder": "INBOX"}


@pytest.fixture
def takes_mail(db, settings):
    settings.MAIL_IN_ADDRESS, settings.MAIL_WORKS, settings.JUNTO_URL = "junto@example.org", True, "https://junto.example.org"


def told() -> str:
    """What an owner reads of it."""
    found = mail_in.findings({look.name: look for look in Neighbour.objects.all()})
    return " ".join(f"{one.state} {report.plain(one.says)} {report.plain(one.do)}".strip() for one in found)


def examined() -> str:
    """What the doctor says of it."""
    return " ".join(f"{one.state} {report.plain(one.says)} {one.do}" for one in doctor.examine() if one.name == mail_in.NAME)


def arrived(**fields) -> IncomingMail:
    return IncomingMail.objects.create(key=str(IncomingMail.objects.count()), recipient="junto@example.org", **fields)


def test_where_no_mail_comes_in_the_page_says_nothing_and_the_doctor_says_so(db, settings):
    settings.MAIL_IN_ADDRESS = ""
    assert told() == ""
    assert "MAIL_IN_ADDRESS is not set" in examined()


def test_a_house_that_takes_mail_and_has_nobody_who_takes_it(takes_mail, at_work):
    assert "bad Nobody takes the mail that is handed over. Start a process with “start.py mail”." in told()
    assert "bad Nobody takes" in examined()
    Neighbour.objects.create(name=TAKER, at=now() - timedelta(minutes=4))
    assert "bad Nobody takes" in told()


@pytest.mark.django_db(transaction=True)
def test_a_process_that_takes_mail_says_that_it_is_there_until_it_ends(takes_mail, monkeypatch):
    keep, said = Neighbour.keep, threading.Event()
    monkeypatch.setattr(Neighbour, "keep", lambda name: (keep(name), said.set()))
    with present_as_taker():
        assert said.wait(20)
        assert "well A process takes what is handed over." in told()
    assert "bad Nobody takes" in told()


def test_when_the_last_came_and_how_many_wait_and_never_whose(takes_mail):
    Neighbour.keep(TAKER)
    assert "No mail came in the last 30 days." in told()
    arrived(state="waiting", reason="no_place", from_address="ada@example.org")
    arrived(state="waiting", reason="forged")
    arrived(state="posted")
    assert "The last mail came" in told()
    assert "2 wait for an owner." in told()
    assert "ada" not in told()
    first = queries_of(told)
    for _ in range(10):
        arrived(state="waiting")
    assert queries_of(told) == first


def test_a_mailbox_that_is_away(takes_mail, settings):
    settings.MAIL_IN_IMAP = FETCHED
    look_outside()
    assert "bad The mailbox cannot be emptied. Nobody listens there. Look at MAIL_IN_IMAP" in told()
    assert "bad The mailbox cannot be emptied. Nobody listens there." in examined()


def test_a_mailbox_that_does_not_know_the_password_or_the_folder(takes_mail, settings, dovecot):
    assert trouble_with_mailbox() == ""
    look_outside()
    assert "well It is fetched from a mailbox." in told()
    settings.MAIL_IN_IMAP = dovecot.place | {"folder": "Elsewhere"}
    assert "There is no such folder." in examined()
    settings.MAIL_IN_IMAP = dovecot.place | {"password": "shut"}
    look_outside()
    assert Neighbour.objects.get(name=MAILBOX).trouble == "sign-in"
    assert "bad The mailbox cannot be emptied. It did not accept name and password." in told()


def test_a_mailbox_whose_certificate_nobody_vouches_for(takes_mail, settings, dovecot, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE")
    assert trouble_with_mailbox() == "certificate"


def test_mail_that_comes_in_where_none_goes_out(takes_mail, settings):
    settings.MAIL_WORKS = False
    Neighbour.keep(TAKER)
    assert "look Mail comes in, and no letter goes out. Set SMTP_HOST and JUNTO_URL" in told()


def test_an_owner_reads_it_on_the_page(takes_mail, signed_in, olga, at_work):
    assert "Nobody takes the mail that is handed over." in signed_in(olga).get("/operating/").content.decode()
