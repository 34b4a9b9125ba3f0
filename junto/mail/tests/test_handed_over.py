"""A mail server hands mail over, by LMTP and SMTP, through a real connection."""

import asyncio
import smtplib
import socket
import threading
from collections.abc import Iterator

import pytest
from django.core import mail as sent

from junto.kit.work.worker import work_off
from junto.mail.addresses import reply_address
from junto.mail.incoming import door as taking
from junto.mail.incoming.listening import door
from junto.mail.models import IncomingMail
from junto.mail.tests.writing import written

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("mail_comes_in")]


@pytest.fixture
def client(request) -> Iterator[smtplib.SMTP]:
    """A mail server that speaks with the door, by LMTP where a test does not say otherwise."""
    way_there = getattr(request, "param", "lmtp")
    with listening(way_there) as port:
        way = smtplib.LMTP if way_there == "lmtp" else smtplib.SMTP
        with way("127.0.0.1", port, timeout=20) as speaking:
            yield speaking


class listening:
    """The door, open while the block runs."""

    def __init__(self, way: str) -> None:
        self.way, self.loop = way, asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever)

    def __enter__(self) -> int:
        self.thread.start()
        return asyncio.run_coroutine_threadsafe(self._open(), self.loop).result(20)

    async def _open(self) -> int:
        server = await self.loop.create_server(lambda: door.protocol(self.way), "127.0.0.1", 0)
        return server.sockets[0].getsockname()[1]

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self.loop.shutdown_default_executor(), self.loop).result(20)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(20)
        self.loop.close()


def test_what_letters_come_from_is_taken_and_answered_and_other_names_are_not(client, ada, settings):
    settings.DEFAULT_FROM_EMAIL, settings.MAIL_IN_ADDRESS = "Junto <hello@mail.example.org>", "@mail.example.org"
    assert client.sendmail("ada@example.org", ["Hello@mail.example.org"], written("Who are you?")) == {}
    work_off()
    assert [letter.to for letter in sent.outbox] == [["ada@example.org"]]
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        client.sendmail("ada@example.org", ["ada@mail.example.org"], written("Who are you?"))


@pytest.mark.parametrize("client", ["lmtp", "smtp"], indirect=True)
def test_what_is_taken_is_kept_before_it_is_said_so(client, question, ben):
    raw = written("Look at the valve.", by="ben@example.org")
    assert client.sendmail("ben@example.org", [reply_address(ben, question.pk)], raw) == {}
    assert IncomingMail.objects.get().raw == raw + b"\r\n"
    work_off()
    assert question.posts.get(kind="answer").source == "Look at the valve."


def test_nobody_learns_who_is_here(client, ben, question):
    answers = set()
    for to in ("ben@example.org", "nobody@example.org", "junto+x@example.org", "someone@elsewhere.example", "root"):
        client.rset()
        client.ehlo_or_helo_if_needed() if not isinstance(client, smtplib.LMTP) else client.ehlo()
        client.mail("mallory@elsewhere.example")
        answers.add(client.rcpt(to))
    assert answers == {(550, b"5.1.1 No such address here")}
    assert client.verify("ben@example.org")[0] in (252, 502)


def test_one_good_address_among_bad_ones_is_taken(client, ben, question):
    refused = client.sendmail(
        "ben@example.org", ["root@example.org", reply_address(ben, question.pk)], written("It hums.", by="ben@example.org")
    )
    assert list(refused) == ["root@example.org"]
    assert IncomingMail.objects.count() == 1


def test_of_two_addresses_each_has_its_answer(client, ben, ada, question):
    assert client.sendmail("ben@example.org", [reply_address(ben, question.pk), reply_address(ada, question.pk)], written("It hums.")) == {}
    if isinstance(client, smtplib.LMTP):
        assert client.getreply()[0] == 250
    assert IncomingMail.objects.count() == 2


def test_what_is_too_large_is_refused(client, ben, question, monkeypatch):
    client.ehlo()
    most = int(client.esmtp_features["size"])
    client.mail("ben@example.org", [f"size={most + 1}"])
    assert client.rcpt(reply_address(ben, question.pk))[0] == 503


def test_who_sends_too_much_is_told_to_come_again(client, ben, question, monkeypatch):
    monkeypatch.setattr(taking, "FROM_ONE_SENDER", 1)
    to = [reply_address(ben, question.pk)]
    client.sendmail("ben@example.org", to, written("One."))
    with pytest.raises((smtplib.SMTPDataError, smtplib.SMTPRecipientsRefused)) as refused:
        client.sendmail("ben@example.org", to, written("Two."))
    assert "451" in str(refused.value)
    assert IncomingMail.objects.count() == 1


def test_when_it_cannot_be_kept_it_is_not_taken(client, ben, question, monkeypatch):
    monkeypatch.setattr(door, "take_in", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises((smtplib.SMTPDataError, smtplib.SMTPRecipientsRefused), match="451"):
        client.sendmail("ben@example.org", [reply_address(ben, question.pk)], written("One."))


def test_nobody_signs_in_here(client):
    client.ehlo()
    assert "auth" not in client.esmtp_features
    assert client.docmd("AUTH PLAIN", "AGEAYg==")[0] >= 500


def test_very_long_lines_are_taken_as_they_are(client, ben, question):
    raw = written("word " * 15_000, by="ben@example.org")
    client.sendmail("ben@example.org", [reply_address(ben, question.pk)], raw)
    assert IncomingMail.objects.get().raw == raw + b"\r\n"


def test_too_many_connections_are_turned_away(monkeypatch, db):
    monkeypatch.setattr(door, "MOST_CONNECTIONS", 2)
    with listening("smtp") as port:
        held = [socket.create_connection(("127.0.0.1", port), 20) for _ in range(3)]
        said = [each.recv(200)[:3] for each in held]
        assert sorted(said) == [b"220", b"220", b"421"]
        for each in held:
            each.close()


def test_a_line_without_end_is_not_kept_in_memory(settings):
    settings.MAIL_IN_MB = 1
    with listening("smtp") as port, socket.create_connection(("127.0.0.1", port), 20) as speaking:
        speaking.recv(200)
        with pytest.raises((BrokenPipeError, ConnectionResetError)):
            speaking.sendall(b"x" * 50_000_000)
