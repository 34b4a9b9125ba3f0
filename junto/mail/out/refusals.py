"""What a mail server means by saying no: there is no such mailbox, it may work later, or it is about us and not the mailbox."""

import re
from enum import Enum
from smtplib import SMTPRecipientsRefused

STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
"""The longer number many servers give as well (RFC 3463)."""
NO_MAILBOX = {("1", "0"), ("1", "1"), ("1", "2"), ("1", "3"), ("1", "6"), ("1", "10"), ("2", "0"), ("2", "1")}
ADDRESSES_OR_MAILBOXES = ("1", "2", "4")
BARE = {550, 551, 553}
"""Without the longer number these speak of the mailbox; 554 and others of us, or of what is in the mail."""


class Verdict(Enum):
    """What is to be done."""

    CLOSED = "closed"
    LATER = "later"
    NOT_THE_MAILBOX = "not the mailbox"


def verdict(code: int, said: str = "") -> Verdict:
    """By the number of the answer, and the longer number in its words. A server that refuses us refuses no mailbox."""
    found = STATUS.search(said)
    if found is None:
        return Verdict.CLOSED if code in BARE else _passing(400 <= code < 500)
    family, area, detail = found.groups()
    if family == "5" and (area, detail) in NO_MAILBOX:
        return Verdict.CLOSED
    return _passing(area in ADDRESSES_OR_MAILBOXES)


def status_of(code: int, said: str) -> str:
    """The numbers alone: the words may hold anything."""
    found = STATUS.search(said)
    return f"{code} {found[0]}" if found else str(code)


def answer(error: SMTPRecipientsRefused) -> tuple[int, str]:
    """What was said to our one recipient."""
    code, said = next(iter(error.recipients.values()))
    return int(code), said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)


def _passing(is_about_the_mailbox: bool) -> Verdict:
    return Verdict.LATER if is_about_the_mailbox else Verdict.NOT_THE_MAILBOX
