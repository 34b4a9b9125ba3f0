"""The head of a mail: who writes, to what it belongs, how it is stopped. Whatever a name or a title holds, it stays in its own line."""

from dataclasses import dataclass
from email.header import Header
from email.utils import parseaddr, quote

from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from junto.design.letters.domain import domain
from junto.kit.text.line import one_line
from junto.mail.addresses import letter_address
from junto.mail.loops import heads_of_ours
from junto.mail.out.mailing import Mailing
from junto.mail.out.stopping import stop_headers
from junto.people.models import Person
from junto.spaces.models import Space

LONGEST_NAME, LONGEST_SUBJECT = 60, 200
TO_MANY = {"Precedence": "list"}
"""What older programs go by, which would send absence notes back."""


@dataclass(frozen=True)
class Envelope:
    """What is around a mail. The same `key` is the same mail, sent again."""

    mailing: Mailing
    key: str
    writer: str = ""
    """The name it comes in, when one person has said all of it."""
    answer_to: str | None = None
    thread_id: int | None = None
    space: Space | None = None


def head(person: Person, envelope: Envelope) -> dict[str, str]:
    """Every header of our own."""
    own = {"From": sender(envelope.writer), "Message-ID": f"<{_mark('mail', envelope.key, person.pk)}@{domain()}>"}
    found = own | heads_of_ours() | TO_MANY
    found["List-Id"] = list_id(envelope.space)
    found |= stop_headers(person, envelope.mailing)
    answer_to = envelope.answer_to or letter_address(person, envelope.mailing.number)
    if answer_to:
        found["Reply-To"] = answer_to
    if envelope.thread_id:
        root = f"<{_mark('thread', envelope.thread_id)}@{domain()}>"
        found |= {"In-Reply-To": root, "References": root}
    return found


def subject(text: str) -> str:
    """The subject as one line, not too long for a list of mails."""
    return line(text, LONGEST_SUBJECT) or "Junto"


def line(text: str, longest: int) -> str:
    """One line with nothing in it that a mail program would decode as if we had encoded it."""
    return one_line(text.replace("=?", "= ?"), longest)


def sender(writer: str = "") -> str:
    """The From line: our own address, with the name of who wrote."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    known = line(writer, LONGEST_NAME)
    return f"{phrase(_('%(name)s in Junto') % {'name': known} if known else name or 'Junto')} <{address}>"


def list_id(space: Space | None) -> str:
    """What filters of mail programs sort by (RFC 2919): the space, or all of Junto. A hidden space is named by number only."""
    if space is None:
        return f"Junto <calls.{domain()}>"
    name = "Junto" if space.visibility == Space.Visibility.HIDDEN else line(space.name, LONGEST_NAME)
    return f"{phrase(name)} <space-{space.pk}.{domain()}>"


def phrase(text: str) -> str:
    """Words before an address: quoted, or in encoded words of at most 75 characters (RFC 2047), on one line."""
    if text.isascii():
        return f'"{quote(text)}"'
    return Header(text, "utf-8", maxlinelen=74).encode().replace("\n", "")


def _mark(*of: object) -> str:
    return salted_hmac("junto.mail.mark", "/".join(map(str, of)), algorithm="sha256").hexdigest()[:32]
