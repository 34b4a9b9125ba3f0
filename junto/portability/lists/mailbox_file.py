"""The file of a mailbox (mbox): who wrote first asked, who wrote back answered. Names and addresses are left out."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from django.utils.translation import gettext as _

from junto.kit.clock import now
from junto.kit.text.fold import folded
from junto.mail.incoming.cutting import cut
from junto.mail.incoming.decoding import header
from junto.mail.incoming.letter import Bomb, Letter
from junto.portability.lists.items import Listed, Unreadable

BEGINS = re.compile(rb"^From [^\n]{0,500}\n", re.MULTILINE)
KNOWN = re.compile(r"<[^<>\s]{1,250}>")
MOST = 2000


class Talk:
    """A mail that begins a conversation, and what came back."""

    def __init__(self, line: int, letter: Letter) -> None:
        self.line, self.first, self.answers = line, letter, list[str]()


def read_mailbox(raw: bytes) -> Listed:
    """Every conversation. Mails that cannot be opened are named and left out."""
    listed, talks = Listed(), list[Talk]()
    by_mail: dict[str, Talk] = {}
    for line, letter in _letters(raw, listed):
        talk = next((by_mail[name] for name in _above(letter) if name in by_mail), None)
        if talk is None:
            talk = Talk(line, letter)
            talks.append(talk)
        else:
            talk.answers.append(cut(letter.words).words)
        by_mail |= {name: talk for name in (letter.message_id, _same(letter)) if name}
    for talk in talks:
        listed.add(talk.line, talk.first.title, cut(talk.first.words).words, talk.answers, at=_sent(talk.first))
    return listed


def _letters(raw: bytes, listed: Listed) -> Iterator[tuple[int, Letter]]:
    starts = [found.start() for found in BEGINS.finditer(raw)]
    if not starts or raw[: starts[0]].strip():
        raise Unreadable(_("This is no file of a mailbox: it does not begin with a line “From …”."))
    if len(starts) > MOST:
        said = _("A mailbox brings at most %(most)d mails. Bring those from here on in another file.") % {"most": MOST}
        listed.left_out.append((raw.count(b"\n", 0, starts[MOST]) + 1, said))
    for start, end in list(zip(starts, [*starts[1:], len(raw)], strict=True))[:MOST]:
        line = raw.count(b"\n", 0, start) + 1
        try:
            yield line, Letter(raw[start:end].partition(b"\n")[2])
        except Bomb:
            listed.left_out.append((line, _("This mail cannot be opened.")))


def _above(letter: Letter) -> list[str]:
    """What it answers, as its head says; for programs that say nothing there, its subject."""
    named = KNOWN.findall(f"{header(letter.message, 'References')[:20_000]} {header(letter.message, 'In-Reply-To')}")
    return [*reversed(named), *([_same(letter)] if letter.subject != letter.title else [])]


def _same(letter: Letter) -> str:
    return f"subject {folded(letter.title)}" if letter.title else ""


def _sent(letter: Letter) -> datetime | None:
    try:
        at = parsedate_to_datetime(header(letter.message, "Date"))
        at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError):
        return None
    return at if datetime(1990, 1, 1, tzinfo=UTC) < at <= now() else None
