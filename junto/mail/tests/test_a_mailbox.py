"""A real mailbox is emptied: every mail once, nothing deleted, none kept waiting behind another."""

import logging

import pytest
from imap_tools import AND

from junto.kit.work.worker import work_off
from junto.mail.addresses import reply_address
from junto.mail.incoming import mailbox
from junto.mail.incoming.mailbox import empty_mailbox
from junto.mail.models import IncomingMail
from junto.mail.tests.writing import written

pytestmark = pytest.mark.usefixtures("mail_comes_in")


def answer(ben, question, words="Look at the valve.", **heads):
    return written(words, by="ben@example.org", To=reply_address(ben, question.pk), **heads)


def test_what_lies_there_is_taken_and_moved_aside(dovecot, question, ben):
    dovecot.put(answer(ben, question), written("Hello?", To="junto@example.org"))
    empty_mailbox()
    work_off()
    assert question.posts.get(kind="answer").source == "Look at the valve."
    assert IncomingMail.objects.get(reason="no_place").raw.endswith(b"Hello?")
    assert dovecot.counted() == {"INBOX": 0, mailbox.TAKEN: 2}


def test_the_address_servers_write_down_counts_when_nobody_else_names_it(dovecot, question, ben):
    to = reply_address(ben, question.pk)
    dovecot.put(written("By a blind copy.", by="ben@example.org", To="list@elsewhere.example", Delivered_To=to))
    empty_mailbox()
    work_off()
    assert question.posts.get(kind="answer").source == "By a blind copy."


def test_killed_between_taking_and_moving_it_is_posted_once(dovecot, question, ben, monkeypatch):
    dovecot.put(answer(ben, question))
    with monkeypatch.context() as killed:
        killed.setattr(mailbox, "_move", lambda *_: (_ for _ in ()).throw(OSError("killed")))
        empty_mailbox()
    assert dovecot.counted()["INBOX"] == 1
    empty_mailbox()
    work_off()
    assert question.posts.filter(kind="answer").count() == 1
    assert dovecot.counted() == {"INBOX": 0, mailbox.TAKEN: 1}


def test_a_broken_mail_keeps_nobody_waiting(dovecot, question, ben, monkeypatch):
    take_in = mailbox.take_in

    def breaks(raw, envelope):
        if b"Break" in raw:
            raise ValueError("no mail at all")
        return take_in(raw, envelope)

    monkeypatch.setattr(mailbox, "take_in", breaks)
    dovecot.put(written("Break.", To="junto@example.org"), answer(ben, question))
    empty_mailbox()
    assert dovecot.counted() == {"INBOX": 0, mailbox.ASIDE: 1, mailbox.TAKEN: 1}


def test_what_is_too_large_is_set_aside_unread(dovecot, settings):
    settings.MAIL_IN_MB = 0
    dovecot.put(written("Large.", To="junto@example.org"))
    empty_mailbox()
    assert dovecot.counted() == {"INBOX": 0, mailbox.ASIDE: 1}
    assert not IncomingMail.objects.exists()


def test_who_sends_too_much_waits_and_the_others_do_not(dovecot, question, ben, monkeypatch):
    monkeypatch.setattr("junto.mail.incoming.door.FROM_ONE_SENDER", 1)
    flood = [written(f"Spam {n}", by="mallory@elsewhere.example", To="junto@example.org") for n in range(3)]
    dovecot.put(*flood, answer(ben, question))
    empty_mailbox()
    assert dovecot.counted() == {"INBOX": 2, mailbox.TAKEN: 2}
    with dovecot.box() as box:
        assert len(box.uids(AND(keyword=mailbox.LATER))) == 2
    work_off()
    assert question.posts.filter(kind="answer").exists()


def test_so_many_a_round_and_the_rest_in_the_next(dovecot, monkeypatch):
    monkeypatch.setattr(mailbox, "A_ROUND", 2)
    dovecot.put(*[written(f"Mail {n}", To="junto@example.org") for n in range(3)])
    empty_mailbox()
    assert dovecot.counted()["INBOX"] == 1
    empty_mailbox()
    assert dovecot.counted()["INBOX"] == 0


def test_a_server_nobody_vouches_for_is_given_no_password(dovecot, monkeypatch, caplog):
    monkeypatch.delenv("SSL_CERT_FILE")
    dovecot.put(written("Hello?", To="junto@example.org"))
    caplog.set_level(logging.WARNING, "junto.mail")
    empty_mailbox()
    assert not IncomingMail.objects.exists()
    assert "SSLCertVerificationError" in caplog.text
    assert "open" not in caplog.text


def test_where_no_mailbox_is_set_nothing_is_asked(settings, db):
    settings.MAIL_IN_IMAP = {}
    empty_mailbox()
