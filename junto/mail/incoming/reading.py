"""A kept mail read again for a page: also one that could not be opened gives what there is."""

from dataclasses import dataclass, field

from junto.kit.text import LONGEST
from junto.mail.incoming.cutting import Cut, cut
from junto.mail.incoming.decoding import decoded
from junto.mail.incoming.letter import Attachment, Bomb, Letter
from junto.mail.models import IncomingMail

LONGEST_RAW = 20_000
LONGEST_SHOWN, MOST_LINES_SHOWN = 12_000, 400
"""Of a mail a page shows so much; the rest is in the file. As much as anybody reads there, and nothing a phone labours at."""


@dataclass(frozen=True)
class Read:
    """What a page shows of a mail."""

    title: str
    cut: Cut
    asks: bool
    """Whether it would open a question, and so needs a title."""
    attachments: list[Attachment] = field(default_factory=list)

    @property
    def fits(self) -> bool:
        """Whether its words can be posted. What does not fit is not cut down for a post: its author says what should stand there."""
        return len(self.cut.words) <= LONGEST

    @property
    def whole_fits(self) -> bool:
        """Whether all of it could stand in a post."""
        return len(self.cut.whole) <= LONGEST

    @property
    def beginning(self) -> str:
        """What a page shows of all it says."""
        return "\n".join(self.cut.whole[:LONGEST_SHOWN].split("\n")[:MOST_LINES_SHOWN])

    @property
    def has_more(self) -> bool:
        """Whether the page shows only the beginning."""
        return len(self.beginning) < len(self.cut.whole)


def read(mail: IncomingMail) -> Read:
    """The mail, opened if that can be done."""
    asks = mail.space_id is not None
    try:
        letter = Letter(mail.raw)
        return Read(letter.title[:200], cut(letter.words), asks, letter.attachments)
    except Bomb:
        return Read(mail.subject, Cut("", ""), asks)


def as_it_came(mail: IncomingMail) -> str:
    """How the message itself begins, as text: its head, and enough to see how it is made."""
    return decoded(mail.raw[:LONGEST_RAW], "utf-8").replace("\0", "\N{REPLACEMENT CHARACTER}")
