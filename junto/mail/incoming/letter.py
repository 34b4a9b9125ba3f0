"""A message as far as Junto reads it: who, what about, which words, what hangs on it. Bombs are recognised before they are opened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import Message
from email.utils import getaddresses
from functools import cached_property

from junto.kit.text.line import is_blank, one_line
from junto.mail.incoming.decoding import header, text_of

MOST_PARTS, MOST_NESTS, LONGEST_HEAD, MOST_LINES, MOST_LOOKS = 200, 40, 200_000, 500_000, 4_000_000
NEST = re.compile(rb"^(?:content-type:|[ \t])[^\n]{0,1000}boundary\s*=|^content-type:\s*message/", re.IGNORECASE | re.MULTILINE)
"""What makes Python's parser go one level deeper, where every line costs it one look more."""
LONGEST_TEXT = 2_000_000
"""Of the words of one mail, so much is looked at; what is longer fits into no post by far and is given back."""
TITLE_BEGINS = re.compile(r"^\s*(?:(?:re|fwd?|aw|antw|wg|tr|rép|rif|sv|vs)(?:\s*+\[\d++\])?\s*+:\s*)+", re.IGNORECASE)
SEALED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-keys")


class Bomb(Exception):
    """A message made to be expensive: it is kept and not opened."""


@dataclass(frozen=True)
class Attachment:
    """Something that hangs on a mail; `number` is its place among them."""

    number: int
    name: str
    kind: str
    part: Message = field(repr=False)

    def content(self) -> bytes:
        """Its bytes, as they were before they were put into a mail."""
        given = self.part.get_payload(decode=True)
        return given if isinstance(given, bytes) else self.part.as_bytes()


class Letter:
    """One message. Raises Bomb for what is not to be opened."""

    def __init__(self, raw: bytes) -> None:
        _refuse_bomb(raw)
        self.message: Message = message_from_bytes(raw, policy=policy.compat32)

    @cached_property
    def subject(self) -> str:
        """As it was written, on one line."""
        return one_line(header(self.message, "Subject"), 500)

    @cached_property
    def title(self) -> str:
        """The subject without what mail programs put before it."""
        return TITLE_BEGINS.sub("", self.subject).strip()

    @cached_property
    def from_address(self) -> str:
        """The one address it says it is from; empty when there is none, or more than one to choose from."""
        given = [str(value) for value in self.message.get_all("From") or []]
        found = {address.strip().lower() for _name, address in getaddresses(given[:5]) if "@" in address}
        address = found.pop() if len(given) == 1 and len(found) == 1 else ""
        return address if address.isprintable() and len(address) <= 320 else ""

    @cached_property
    def message_id(self) -> str:
        """For answering; empty when it has none that can be written again."""
        found = re.fullmatch(r"<[!-;=?-~]{1,250}>", header(self.message, "Message-ID"))
        return found[0] if found else ""

    @cached_property
    def parts(self) -> list[Message]:
        """Every part that holds something itself, in order. A message inside is one thing and is not looked into."""
        return list(_leaves(self.message))

    def parts_of(self, kind: str) -> list[Message]:
        """Every part of that kind, wherever it stands, also of those that are made of others."""
        return [part for part in self.message.walk() if part.get_content_type() == kind][:5]

    @cached_property
    def is_sealed(self) -> bool:
        """Whether its words are encrypted, or wrapped in a signature that has to be opened."""
        return any(part.get_content_type() in SEALED for part in [self.message, *self.parts])

    @cached_property
    def words(self) -> str:
        """Everything it says, with what it quotes, as text that can be kept (Markdown where it came as HTML)."""
        plain = "\n\n".join(filter(None, (text_of(part)[:LONGEST_TEXT].strip("\n") for part in self._texts("text/plain"))))
        return plain if not is_blank(plain) else self._words_of_html

    @cached_property
    def _words_of_html(self) -> str:
        from junto.mail.incoming.html import words_of_html  # here, for it brings an HTML parser that most mails need not

        return "\n\n".join(words_of_html(text_of(part)) for part in self._texts("text/html")).strip()

    @cached_property
    def attachments(self) -> list[Attachment]:
        """Everything but words and signatures."""
        texts = {id(part) for kind in ("text/plain", "text/html") for part in self._texts(kind)}
        hanging = [part for part in self.parts if id(part) not in texts and part.get_content_type() not in SIGNATURES]
        return [Attachment(number, _name(part, number), part.get_content_type(), part) for number, part in enumerate(hanging, start=1)]

    def _texts(self, kind: str) -> list[Message]:
        return [part for part in self.parts if part.get_content_type() == kind and not _hangs(part)]


def _refuse_bomb(raw: bytes) -> None:
    """Tells from the bytes alone what opening would cost. A message of 25 MB with pictures is well within."""
    ends = [end for end in (raw.find(b"\n\n"), raw.find(b"\r\n\r\n")) if end >= 0]
    if min(ends, default=len(raw)) > LONGEST_HEAD:
        raise Bomb("head")
    nests, lines = len(NEST.findall(raw)), raw.count(b"\n") + raw.count(b"\r")
    if nests > MOST_NESTS or lines > 2 * MOST_LINES or lines * nests > 2 * MOST_LOOKS:
        raise Bomb("nests")


def _leaves(message: Message) -> Iterator[Message]:
    waiting, seen = [message], 0
    while waiting:
        part = waiting.pop()
        seen += 1
        if seen > MOST_PARTS:
            raise Bomb("parts")
        inner = part.get_payload() if part.get_content_maintype() == "multipart" else None
        if isinstance(inner, list):
            waiting.extend(reversed([piece for piece in inner if isinstance(piece, Message)]))
        else:
            yield part


def _hangs(part: Message) -> bool:
    """Whether a text is a file of its own and not what the mail says."""
    return part.get_content_disposition() == "attachment" or (bool(part.get_filename()) and part.get_content_disposition() is not None)


def _name(part: Message, number: int) -> str:
    try:
        name = part.get_filename() or ""
    except Exception:  # noqa: BLE001  # a name nobody can read is no name
        name = ""
    name = one_line(name.replace("/", "_").replace("\\", "_"), 120).lstrip(".")
    return name or f"{part.get_content_maintype()}-{number}"
