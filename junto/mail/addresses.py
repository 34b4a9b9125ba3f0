"""The addresses at which this Junto takes mail: signed, kept nowhere, good in any spelling of capitals, ended by their person.

    junto+r…@example.org          an answer by one person to one post (r), or that it helped them (h)
    junto+n…@example.org          an answer by one person to a letter that is no conversation
    junto+b…@example.org          where another mail server tells that a mail to one person did not arrive
    junto+pumps-7-k3f9q2xw@…      a question in a space
    junto+note-7-k3f9q2xwk3f9q2xw@…  something a person sends themselves, such as a note

With a domain of its own (`MAIL_IN_ADDRESS=@mail.example.org`) nothing stands before the word. A local part has 64 letters (RFC 5321).
"""

import base64
import binascii
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.utils.crypto import constant_time_compare
from django.utils.text import slugify

from junto.kit.clock import now
from junto.kit.proofs import proofs
from junto.mail.models import Renewal
from junto.people.models import Person
from junto.spaces.models import Space

REPLY, HELPED, LETTER, BOUNCE = "r", "h", "n", "b"
NUMBERS = {REPLY: 4, HELPED: 4, LETTER: 3, BOUNCE: 2}
"""How many are in an address of each kind."""
OUR_ANSWERS = 0
"""As the number of a kind of letter: those about a mail that came in. The others have numbers of their own (`Mailing`)."""
FIRST_DAY = datetime(2026, 1, 1, tzinfo=UTC)
LASTS = timedelta(days=180)
"""An answer may come late; an address that was forwarded around the world need not be good for ever."""
SEAL = 10
"""Bytes of a signature: 80 bits, which nobody guesses through a mail server."""
SPACE = re.compile(r"[a-z0-9-]*-(?P<number>\d{1,18})-(?P<seal>[a-z2-7]{8})")
BOX = re.compile(r"(?P<box>[a-z]+)-(?P<number>\d{1,18})-(?P<seal>[a-z2-7]{16})")
LONGEST_LOCAL = 64


@dataclass(frozen=True)
class ToPost:
    """What an address is for: this person's answer (or thanks, `kind` HELPED) to a post, or to the thread when `post_id` is None."""

    kind: str
    person_id: int
    thread_id: int
    post_id: int | None
    made_at: datetime

    @property
    def is_old(self) -> bool:
        """Whether it was good once."""
        return self.made_at + LASTS < now()


@dataclass(frozen=True)
class ToSpace:
    """A question in a space."""

    space_id: int


@dataclass(frozen=True)
class ToLetter:
    """This person's answer to a letter that tells of no one conversation: `letter` is the number of its kind."""

    person_id: int
    letter: int


@dataclass(frozen=True)
class ToBox:
    """Something this person sends themselves; `box` is the name of a `Letterbox`."""

    person_id: int
    box: str


@dataclass(frozen=True)
class Bounced:
    """A mail to that person did not arrive; `mark` tells to which of their addresses."""

    person_id: int
    mark: int

    def is_of(self, email: str) -> bool:
        """Whether it was this address."""
        return self.mark in _marks(email)


Meant = ToPost | ToSpace | ToLetter | ToBox | Bounced


def mail_comes_in() -> bool:
    """Whether this Junto takes mail at all."""
    return bool(settings.MAIL_IN_ADDRESS)


def reply_address(person: Person, thread_id: int, post_id: int | None = None) -> str | None:
    """Where this person's answer to that post, or to the thread, goes; None where no mail comes in."""
    return _to_post(REPLY, person, thread_id, post_id)


def helped_address(person: Person, thread_id: int, post_id: int) -> str | None:
    """A mail to it, empty or not, says that this post helped the person: it solved the question, where they may say so."""
    return _to_post(HELPED, person, thread_id, post_id)


def letter_address(person: Person, letter: int) -> str | None:
    """Where this person's answer to a letter of that kind goes, to be told where to write instead."""
    if not mail_comes_in():
        return None
    return _address(_signed(LETTER, [person.pk, letter, _today()], Renewal.objects.number_of(person.pk)))


def bounce_address(person: Person) -> str | None:
    """The sender on the envelope of a mail to this person: there other mail servers tell that it did not arrive."""
    if not mail_comes_in() or not person.email:
        return None
    return _address(_signed(BOUNCE, [person.pk, _marks(person.email)[0]], 0))


def space_address(space: Space) -> str | None:
    """Where members mail a question to. The name of a hidden space stands in no address: mail servers keep those."""
    if not mail_comes_in():
        return None
    end = f"-{space.pk}-{_space_seals(space.pk)[0]}"
    name = "" if space.visibility == Space.Visibility.HIDDEN else slugify(space.name)
    room = LONGEST_LOCAL - len(end) - len(_before())
    return _address((name[: min(room, 30)].strip("-") or "space") + end)


def box_address(person: Person, box: str) -> str | None:
    """Where this person mails what they keep for themselves; good until they end their addresses."""
    if not mail_comes_in():
        return None
    return _address(f"{box}-{person.pk}-{_box_seals(box, person.pk)[0]}")


def read_address(address: str) -> Meant | None:
    """What an address is for, whether or not it is old; None for what is none of ours, was made up, or was ended."""
    word = _word(address)
    if word is None:
        return None
    found = SPACE.fullmatch(word)
    if found is not None:
        number = int(found["number"])
        return ToSpace(number) if _is_one_of(found["seal"], _space_seals(number)) else None
    found = BOX.fullmatch(word)
    if found is not None:
        number = int(found["number"])
        return ToBox(number, found["box"]) if _is_one_of(found["seal"], _box_seals(found["box"], number)) else None
    return _read_signed(word[:1], word[1:])


def is_ours(address: str) -> bool:
    """Whether it is one of the addresses this Junto could have made, good or not."""
    return mail_comes_in() and _word(address) is not None


def is_front(address: str) -> bool:
    """Whether it is what this Junto itself goes by: the sender of its letters, or its mailbox. Nothing is posted from there."""
    local, _at, domain = settings.MAIL_IN_ADDRESS.lower().rpartition("@")
    fronts = {parseaddr(settings.DEFAULT_FROM_EMAIL)[1].lower(), f"{local.rstrip('+=-')}@{domain}" if local else ""}
    return mail_comes_in() and address.strip().strip("<>").lower() in fronts - {""}


def _to_post(kind: str, person: Person, thread_id: int, post_id: int | None) -> str | None:
    if not mail_comes_in():
        return None
    numbers = [person.pk, thread_id, post_id or 0, _today()]
    return _address(_signed(kind, numbers, Renewal.objects.number_of(person.pk)))


def _today() -> int:
    return (now() - FIRST_DAY).days


def _before() -> str:
    """What stands before our own word in every local part."""
    local = str(settings.MAIL_IN_ADDRESS).rpartition("@")[0]
    return local if not local or local[-1] in "+-=" else f"{local}+"


def _address(word: str) -> str:
    return f"{_before()}{word}@{settings.MAIL_IN_ADDRESS.rpartition('@')[2]}"


def _word(address: str) -> str | None:
    """Our own word in an address; None when it is another's."""
    local, _at, domain = address.strip().strip("<>").lower().rpartition("@")
    before, ours = _before().lower(), settings.MAIL_IN_ADDRESS.rpartition("@")[2].lower()
    if not mail_comes_in() or domain != ours or not local.startswith(before) or len(local) > LONGEST_LOCAL:
        return None
    return local.removeprefix(before)


def _signed(kind: str, numbers: list[int], renewed: int) -> str:
    said = b"".join(map(_packed, numbers))
    return kind + base64.b32encode(_seals(kind, said, renewed)[0] + said).decode().rstrip("=").lower()


def _read_signed(kind: str, word: str) -> Meant | None:
    try:
        packed = base64.b32decode(word.upper() + "=" * (-len(word) % 8))
        numbers = list(_unpacked(packed[SEAL:]))
    except (binascii.Error, ValueError):
        return None
    if len(numbers) != NUMBERS.get(kind):
        return None
    renewed = 0 if kind == BOUNCE else Renewal.objects.number_of(numbers[0])
    if not _is_one_of(packed[:SEAL], _seals(kind, packed[SEAL:], renewed)):
        return None
    return _meant(kind, numbers)


def _meant(kind: str, numbers: list[int]) -> Meant:
    if kind == BOUNCE:
        return Bounced(*numbers)
    if kind == LETTER:
        return ToLetter(*numbers[:2])
    person, thread, post, day = numbers
    return ToPost(kind, person, thread, post or None, FIRST_DAY + timedelta(days=day))


def _seals(kind: str, said: bytes, renewed: int) -> list[bytes]:
    return [proof[:SEAL] for proof in proofs("junto.mail.addresses", f"{kind}:{said.hex()}:{renewed}")]


def _space_seals(number: int) -> list[str]:
    return [base64.b32encode(proof[:5]).decode().lower() for proof in proofs("junto.mail.space", str(number))]


def _box_seals(box: str, number: int) -> list[str]:
    said = f"{box}:{number}:{Renewal.objects.number_of(number)}"
    return [base64.b32encode(proof[:SEAL]).decode().lower() for proof in proofs("junto.mail.box", said)]


def _marks(email: str) -> list[int]:
    return [int.from_bytes(proof[:4]) for proof in proofs("junto.mail.bounce", email)]


def _is_one_of(given: str | bytes, good: Sequence[str | bytes]) -> bool:
    return any(constant_time_compare(given, each) for each in good)


def _packed(number: int) -> bytes:
    """A number in as few bytes as it needs, seven bits in each (LEB128)."""
    packed = bytearray()
    while number > 0x7F:
        packed.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes(packed) + bytes([number])


def _unpacked(packed: bytes) -> Iterator[int]:
    """The numbers again. ValueError for what ends in between, or holds a number no row has."""
    number = shift = 0
    for byte in packed:
        number |= (byte & 0x7F) << shift
        shift += 7
        if shift > 70 or number >= 1 << 63:
            raise ValueError("no number of ours")
        if not byte & 0x80:
            yield number
            number = shift = 0
    if shift:
        raise ValueError("cut off")
