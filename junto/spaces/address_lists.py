"""Lists of e-mail addresses as people have them: pasted, from a mail programme, or a file of names and addresses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from junto.people.models.person import tidy_email

MOST_AT_ONCE = 500
# What stands between and around addresses. Lines are cut here, never searched: a search would take minutes on a hostile one.
AROUND = re.compile(r"[\s,;:<>\"'()\[\]]+")
HEADINGS = re.compile(r"mail|address|adresse|courriel", re.IGNORECASE)


@dataclass(frozen=True)
class BadLine:
    """What was written on a line and is no address to invite."""

    number: int
    text: str
    reason: str


@dataclass
class AddressList:
    """The addresses of a list in their order, each once, and the lines that could not be read."""

    addresses: list[str] = field(default_factory=list)
    bad: list[BadLine] = field(default_factory=list)

    def take(self, number: int, line: str) -> None:
        """Takes what a line holds."""
        for address, written, trouble in _of_line(line, number):
            reason = trouble or self._full(address)
            if reason:
                self.bad.append(BadLine(number, written.strip()[:80], reason))
            elif address not in self.addresses:
                self.addresses.append(address)

    def _full(self, address: str) -> str:
        too_many = len(self.addresses) >= MOST_AT_ONCE and address not in self.addresses
        return _("more than %(most)d at once; invite the rest afterwards") % {"most": MOST_AT_ONCE} if too_many else ""


def read_addresses(*texts: str) -> AddressList:
    """All addresses of these texts, whatever stands around them. A bad one does not keep the others from being read."""
    found = AddressList()
    for text in texts:
        for number, line in enumerate(text.splitlines(), start=1):
            found.take(number, line)
    return found


def _of_line(line: str, number: int) -> Iterator[tuple[str, str, str]]:
    """Each address of a line, how it was written, and why it is none."""
    written = [piece for piece in AROUND.split(line) if "@" in piece]
    if not written and line.strip(" \t,;") and not (number == 1 and HEADINGS.search(line)):
        yield "", line, _("no address in it")
    for each in written:
        address = tidy_email(each.strip(".")) or ""
        yield address, each, "" if _is_address(address) else _("not an address")


def _is_address(address: str) -> bool:
    try:
        validate_email(address)
    except ValidationError:
        return False
    return len(address) <= 254


def decoded(content: bytes) -> str:
    """The text of a file: UTF-8, or what older office programmes on Windows write."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
