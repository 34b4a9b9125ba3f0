"""Letters flood nobody, and whatever scans mail uses up no link."""

import re
from datetime import timedelta

import pytest
from django.core import mail, signing
from django.test import Client

from junto.kit.clock import now
from junto.people.letters import SALT
from junto.people.limits import mailbox_of
from junto.people.models import Person
from junto.people.sign_in_links import sign_in_path
from junto.spaces import inviting

NEW = "three herons in the rain"
SCANNERS = [("get", {}), ("head", {}), ("get", {"sec-purpose": "prefetch"}), ("get", {"user-agent": "LinkScanner/1.0"}), ("options", {})]
scanned = pytest.mark.parametrize(("method", "headers"), SCANNERS)


def asks_for_letters(times, address="ada@example.org", first=1):
    """Each time from another network address, which an attacker has at will."""
    for number in range(first, first + times):
        Client().post("/account/password/reset/", {"email": address}, REMOTE_ADDR=f"192.0.{number}.1")


def test_whoever_asks_how_often_from_wherever_a_mailbox_gets_so_many_letters_a_day(mail_works, ada, work_done, settings, time_machine):
    settings.LETTERS_A_DAY = 3
    asks_for_letters(5)
    work_done()
    assert len(mail.outbox) == 3
    time_machine.move_to(now() + timedelta(days=1, minutes=1))
    asks_for_letters(1)
    work_done()
    assert len(mail.outbox) == 4


def test_all_that_anybody_can_ask_for_counts_together(mail_works, ada, ben, signs_in, work_done, settings, cleo, repairs):
    settings.LETTERS_A_DAY = 2
    target = "victim@example.org"
    for asking in (ada, ben):
        signs_in(asking).post("/account/address/", {"email": target})
    inviting.invite_addresses([target], by=cleo, space=repairs, days=7, role="member")
    work_done()
    assert [letter.to for letter in mail.outbox] == [[target], [target]]


def test_another_spelling_is_the_same_mailbox(mail_works, ada, ben, work_done, settings, cleo, repairs):
    settings.LETTERS_A_DAY = 1
    spellings = ["victim@example.org", "victim+1@example.org", "Victim+spam@Example.org"]
    for address in spellings:
        inviting.invite_addresses([address], by=cleo, space=repairs, days=7, role="member")
    work_done()
    assert len(mail.outbox) == 1
    assert {mailbox_of(address) for address in spellings} == {"victim@example.org"}


def test_a_flood_does_not_keep_the_warning_away_that_the_address_was_changed(mail_works, ada, signs_in, work_done, settings):
    settings.LETTERS_A_DAY = 2
    asks_for_letters(4)
    work_done()
    thief = signs_in(ada)
    thief.post("/account/address/", {"email": "thief@example.org"})
    work_done()
    thief.post(re.search(r"https://junto\.example\.org(/\S+)", mail.outbox[-1].body)[1])
    work_done()
    assert mail.outbox[-1].to == ["ada@example.org"]
    assert "was changed" in mail.outbox[-1].subject


def test_who_asks_sees_no_difference_once_a_mailbox_is_full(mail_works, ada, work_done, settings):
    settings.LETTERS_A_DAY = 1
    asks_for_letters(3)
    work_done()
    full = Client().post("/account/password/reset/", {"email": ada.email})
    free = Client().post("/account/password/reset/", {"email": "nobody@example.org"})
    assert (full.status_code, full.url) == (free.status_code, free.url)


@pytest.fixture
def scan(method, headers):
    """What a scanner, a preview or an eager browser does with a link: three times, and following it."""

    def looks(link):
        for _ in range(3):
            getattr(Client(headers=headers), method)(link, follow=True)

    return looks


@scanned
def test_the_link_for_a_new_password_outlives_every_scanner(client, ada, scan):
    link = sign_in_path(ada)
    scan(link)
    form = client.get(link, follow=True)
    client.post(form.request["PATH_INFO"], {"password1": NEW})
    ada.refresh_from_db()
    assert ada.check_password(NEW)


@scanned
def test_the_link_for_a_new_address_outlives_every_scanner(client, ada, scan):
    link = f"/account/address/{signing.dumps([ada.pk, ada.email, 'new@example.org'], salt=SALT)}/"
    scan(link)
    ada.refresh_from_db()
    assert ada.email == "ada@example.org"
    client.post(link)
    ada.refresh_from_db()
    assert ada.email == "new@example.org"


@scanned
def test_an_invitation_outlives_every_scanner(client, cleo, repairs, scan):
    link = f"/invitations/{inviting.invite_by_link(by=cleo, space=repairs, uses=1, days=7, role='member').token}/"
    scan(link)
    client.post(link, {"name": "New Somebody", "email": "new@example.org", "password": NEW})
    assert Person.objects.by_email("new@example.org") is not None
