"""Whatever a name, a title or a space is called, the head of a mail has the lines we meant, and each is read as we meant it."""

import email
import re
from email.header import decode_header, make_header
from email.utils import parseaddr

import pytest
from django.core.mail import EmailMessage
from django.test import override_settings
from hypothesis import given

from junto.mail.out.heads import Envelope, head, line, subject
from junto.mail.out.mailing import Calls
from junto.mail.tests.conftest import read
from junto.people.models import Person
from junto.spaces.models import Space
from tests.fuzz.letters import writing
from tests.journeys.hostile import naughty, scripts
from tests.shared import needs_shared

MEANT = {
    *("Subject", "From", "To", "Date", "Message-ID", "X-Junto", "Auto-Submitted", "X-Auto-Response-Suppress", "Precedence", "List-Id"),
    *("List-Unsubscribe", "List-Unsubscribe-Post", "Reply-To", "In-Reply-To", "References"),
    *("Content-Type", "MIME-Version", "Content-Transfer-Encoding"),
}
INJECTIONS = [
    "Ben\r\nBcc: everybody@example.org",
    "Ben\nSubject: another",
    "Ben\r\n\r\n<script>alert(1)</script>",
    'Ben" <boss@bank.example>, "',
    "Ben <boss@bank.example>",
    "=?utf-8?q?Ben=0ABcc=3A_all=40example=2Eorg?=",
    "Ben\u2028Bcc: all@example.org",
    "\u202egro.elpmaxe@ssob\u202c",
    "boss@bank.example\x00",
    "Z" * 5000,
    "水" * 5000,
    "👩‍🔧" * 400,
    "e" + "\u0301" * 3000,
    "(comment) group: a@b.cd;",
    "\\",
    '"',
    "",
]


def sent(words: str) -> bytes:
    """A mail in which a name, a title and a space are all called so."""
    around = Envelope(Calls.registry["calls"], "key", words, "junto+r2@example.org", 7, Space(pk=3, name=words, visibility="all"))
    return EmailMessage(subject(words), "Hello", to=["ada@example.org"], headers=head(Person(pk=1), around)).message().as_bytes()


def is_as_meant(words: str) -> None:
    """Reads it as a mail program would."""
    raw = sent(words)
    mail = read(raw)
    lines = raw.split(b"\n")
    assert set(mail.keys()) == MEANT
    assert len(mail.keys()) == len(MEANT)
    assert [address.addr_spec for address in mail["From"].addresses] == ["junto@example.org"]
    assert [address.addr_spec for address in mail["To"].addresses] == ["ada@example.org"]
    assert max(map(len, lines)) <= 998
    assert all(len(word) <= 76 for word in re.findall(rb"=\?[^?\s]*\?[bqBQ]\?[^?\s]*\?=", raw))
    assert mail.get_content().strip() == "Hello"
    assert name_in(raw) == (f"{line(words, 60)} in Junto" if line(words, 60) else "Junto")
    assert mail["List-Id"].endswith("<space-3.example.org>")


def name_in(raw: bytes) -> str:
    """In whose name it comes. The newer parser of Python puts blanks where a long name was folded, the older one keeps the fold."""
    return " ".join(str(make_header(decode_header(parseaddr(email.message_from_bytes(raw)["From"])[0]))).split())


@pytest.fixture(autouse=True, scope="module")
def house():
    """Where mail comes from."""
    with override_settings(JUNTO_URL="https://junto.example.org", DEFAULT_FROM_EMAIL="junto@example.org"):
        yield


@pytest.mark.parametrize("words", INJECTIONS, ids=range(len(INJECTIONS)))
def test_nothing_gets_into_the_head_by_a_name_or_a_title(words):
    is_as_meant(words)


@pytest.mark.dear
@needs_shared
def test_strings_made_to_do_harm_do_none():
    for words in [*naughty(), *scripts()[::9]]:
        is_as_meant(words)


def test_strings_nobody_thought_of_do_none(rounds):
    rounds(given(writing)(is_as_meant), 60)
