"""A kept mail read again for a page: also one that could not be opened gives what there is."""

from dataclasses import dataclass, field

from junto.mail.incoming.cutting import Cut, cut
from junto.mail.incoming.decoding import decoded
from junto.mail.incoming.letter import Attachment, Bomb, Letter
from junto.mail.models import IncomingMail

LONGEST_RAW = 200_000


@dataclass(frozen=True)
class Read:
    """What a page shows of a mail."""

    title: str
    cut: Cut
    asks: bool
    """Whether it would open a question, and so needs a title."""
    attachments: list[Attachment] = field(default_factory=list)


def read(mail: IncomingMail) -> Read:
    """The mail, opened if that can be done."""
    asks = mail.space_id is not None
    try:
        letter = Letter(mail.raw)
        return Read(letter.title[:200], cut(letter.words), asks, letter.attachments)
    except Bomb:
        return Read(mail.subject, Cut("", ""), asks)


def as_it_came(mail: IncomingMail) -> str:
    """The message itself as text, as much of it as a page can hold."""
    return decoded(mail.raw[:LONGEST_RAW], "utf-8").replace("\0", "\N{REPLACEMENT CHARACTER}")
