"""Mail made to do harm, or sent by machines: nothing of it is posted, answered or lost."""

import time
import zlib

import pytest
from django.core import mail as sent
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from junto.kit.work.worker import work_off
from junto.mail.addresses import bounce_address, reply_address, space_address
from junto.mail.incoming.door import FROM_ONE_SENDER, Envelope, is_too_much, take_in
from junto.mail.loops import heads_of_ours
from junto.mail.models import AddressTrouble, IncomingMail
from junto.mail.tests.writing import part, with_parts, written
from junto.posts.models import Post

pytestmark = pytest.mark.usefixtures("mail_comes_in")
MACHINES = [
    {"Auto_Submitted": "auto-replied"},
    {"Auto_Submitted": "auto-generated; owner-email=x@example.org"},
    {"Precedence": "auto_reply"},
    {"X_Autoreply": "yes"},
    {"X_Autorespond": "yes"},
    {"subject": "Automatic reply: Pump loses pressure"},
    {"subject": "Automatische Antwort: Pumpe"},
    {"subject": "Abwesenheitsnotiz: bis 12. Mai"},
    {"subject": "Réponse automatique : Pompe"},
    {"subject": "Out of office: back on Monday"},
    {"subject": "Gelesen: Pumpe verliert Druck"},
    {"subject": "Undeliverable: Pump loses pressure"},
    {"Precedence": "bulk"},
    {"Precedence": "list"},
    {"List_Id": "<all.example.org>"},
    {"by": "MAILER-DAEMON@example.org"},
    {"by": "postmaster@example.org"},
    {"by": "no-reply@example.org"},
    {"by": "junto@localhost"},
    {"Content_Type": 'multipart/report; report-type=disposition-notification; boundary="x"'},
    {"Content_Type": "text/calendar; method=REPLY; charset=utf-8"},
    {name.replace("-", "_"): value for name, value in heads_of_ours().items()},
]


def test_what_machines_send_is_neither_posted_nor_answered(comes, question, ada):
    question.close(by=ada)
    for heads in MACHINES:
        mail = comes(written("I am away.", **heads), reply_address(ada, question.pk))
        assert mail.state == "passed_over", heads
        assert b"I am away." in mail.raw
    assert sent.outbox == []


def test_a_mail_without_a_sender_on_its_envelope_is_a_machines(comes, question, ada):
    assert comes(written("It failed."), reply_address(ada, question.pk), sender="").state == "passed_over"


def test_an_answer_to_such_a_word_in_a_subject_is_a_persons(comes, question, ada):
    assert comes(written("It is.", subject="Re: Is the office out of paper?"), reply_address(ada, question.pk)).state == "posted"
    assert comes(written("It is!", Auto_Submitted="no"), reply_address(ada, question.pk)).state == "posted"


REPORT = """--edge
Content-Type: text/plain

It did not arrive.
--edge
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; ada@example.org
Action: {action}
Status: {status}
--edge
Content-Type: message/rfc822

Subject: Pump

Words.
--edge--
"""


@pytest.mark.parametrize(
    ("action", "status", "told"),
    [("failed", "5.1.1", [True]), ("failed", "5.2.2", [False]), ("delayed", "4.4.1", [False]), ("delivered", "2.0.0", [])],
)
def test_a_report_says_whether_an_address_is_dead(comes, ada, facts_of, action, status, told):
    raw = written(
        REPORT.format(action=action, status=status), by="MAILER-DAEMON@example.org", Content_Type="multipart/report; boundary=edge"
    )
    assert comes(raw, bounce_address(ada), "").state == "passed_over"
    assert [fact.is_permanent for fact in facts_of("MailBounced")] == told
    assert AddressTrouble.objects.filter(person=ada).exists() == bool(told)


def test_a_report_for_people_is_read_as_well(comes, ada, facts_of):
    raw = written("550 5.1.1 <ada@example.org>: no such mailbox", by="mailer-daemon@example.org", subject="failure notice")
    comes(raw, bounce_address(ada), "")
    assert [(fact.person_id, fact.is_permanent) for fact in facts_of("MailBounced")] == [(ada.pk, True)]


def test_a_report_about_a_former_address_says_nothing(comes, ada, facts_of):
    to = bounce_address(ada)
    ada.take_address("ada@new.example.org")
    comes(written("550 5.1.1 no such mailbox", by="mailer-daemon@example.org"), to, "")
    assert facts_of("MailBounced") == []


def nested(depth: int) -> bytes:
    begins = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
    return written(begins + "Content-Type: text/plain\n\nDeep.", Content_Type="multipart/mixed; boundary=out").replace(
        b"\r\n\r\n", b"\r\n\r\n--out\r\n", 1
    )


BOMBS = {
    "deep": lambda: nested(5000),
    "messages in messages": lambda: written("Content-Type: message/rfc822\n\n" * 3000, Content_Type="message/rfc822"),
    "many parts": lambda: with_parts(*[part("x")] * 5000),
    "a huge head": lambda: written("Words.", X_Long="a" * 2_000_000),
    "a head without end": lambda: b"From: ada@example.org\r\nX: " + b"a" * 2_000_000,
    "only line ends": lambda: written("\n" * 2_000_000),
    "many heads": lambda: written("Words.").replace(b"MIME-Version", b"X-A: b\r\n" * 100_000 + b"MIME-Version", 1),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_wait_for_an_owner_and_take_no_time(comes, question, ada, bomb):
    raw = BOMBS[bomb]()
    began = time.process_time()
    mail = comes(raw, reply_address(ada, question.pk))
    assert (mail.state, mail.reason) == ("waiting", "bomb")
    assert mail.raw == raw
    assert time.process_time() - began < 5


def test_a_packed_bomb_is_kept_and_not_opened(comes, question, ada):
    bomb = zlib.compress(b"\0" * 5_000_000).hex()
    mail = comes(with_parts(part("See inside."), part(bomb, "application/zip; name=a.zip")), reply_address(ada, question.pk))
    assert (mail.post.source, mail.attachments) == ("See inside.", 1)


def test_a_hundred_thousand_lines_are_read_in_a_moment(comes, question, ada):
    began = time.process_time()
    mail = comes(
        written("See below.\n\nOn 3 May 2026 at 10:15, Junto <junto@example.org> wrote:\n" + "> It hums.\n" * 100_000),
        reply_address(ada, question.pk),
    )
    assert mail.post.source == "See below."
    assert time.process_time() - began < 3


def test_letters_nobody_can_write_are_taken_out(comes, question, ada):
    mail = comes(written("Zero\0 and \x07bell\u202e.", subject="a\0b"), reply_address(ada, question.pk))
    assert mail.post.source == "Zero and bell."


def test_heads_cannot_be_put_into_our_letters(comes, question, ada):
    question.close(by=ada)
    subject = "=?utf-8?q?Hello=0D=0ABcc=3A_eve=40example.org?="
    comes(written("Words.", subject=subject, Message_ID="<a@b>\r\n X: y"), reply_address(ada, question.pk))
    [letter] = sent.outbox
    assert letter.recipients() == ["ada@example.org"]
    assert "\nBcc" not in str(letter.message())


def test_a_mail_of_many_charsets_that_lie_is_still_read(comes, question, ada):
    for charset in ("punycode", "no-such", "base64", "utf-7", "unicode_escape", "x" * 300, "utf-16"):
        assert comes(
            written(f"Words in {charset}.", Content_Type=f"text/plain; charset={charset}"), reply_address(ada, question.pk)
        ).state in (
            "posted",
            "given_back",
        ), charset


def test_words_that_came_as_a_winmail_file_only_are_given_back(comes, question, ada):
    tnef = part("eJ8+Ig==", "application/ms-tnef; name=winmail.dat", Content_Transfer_Encoding="base64")
    mail = comes(with_parts(tnef), reply_address(ada, question.pk))
    assert (mail.state, mail.reason, mail.attachments) == ("given_back", "empty", 1)


def test_who_sends_too_much_in_an_hour_is_asked_to_come_back(question, ada):
    envelope = Envelope("ada@example.org", [reply_address(ada, question.pk)])
    assert not any(is_too_much(envelope) for _ in range(FROM_ONE_SENDER))
    assert is_too_much(envelope)
    assert not is_too_much(Envelope("ben@example.org", envelope.recipients))


def test_mail_to_no_place_waits_for_an_owner(comes):
    mail = comes(written("Is anybody here?", by="stranger@elsewhere.example"), "junto@example.org", "stranger@elsewhere.example")
    assert (mail.state, mail.reason, mail.person) == ("waiting", "no_place", None)
    assert sent.outbox == []


HEADS = st.sampled_from([
    b"From: ada@example.org", b"Content-Type: multipart/mixed; boundary=a", b"Content-Type: text/html; charset=\xff",
    b"Content-Transfer-Encoding: base64", b"Content-Transfer-Encoding: x-uuencode", b"Subject: =?utf-8?b?/////w==?=",
    b"From: =?x?q?=?= <@>", b"Content-Disposition: attachment; filename*=utf-8''%ff", b"Message-ID: <\xff>", b"--a", b"--a--", b"",
    b"Content-Type: message/rfc822",
])  # fmt: skip


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=300), st.lists(st.one_of(HEADS, st.binary(max_size=30)), max_size=20).map(b"\r\n".join)))
@example(b"")
@example(b"From: ada@example.org\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/x\r\n\r\n--a--")
def test_whatever_comes_is_taken_and_never_lost(question, ada, raw):
    for to in (reply_address(ada, question.pk), space_address(question.space), bounce_address(ada)):
        take_in(raw, Envelope("ada@example.org", [to]))
    work_off()
    assert not IncomingMail.objects.filter(state="taken").exists()
    assert not IncomingMail.objects.filter(reason="broken").exists()
    assert IncomingMail.objects.order_by("-pk")[0].raw == raw or Post.objects.exists()
