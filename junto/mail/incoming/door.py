"""The one door for mail: what comes in is kept, in one transaction, before whoever brought it hears that it was taken."""

import hashlib
import logging
import re
import zlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction

from junto.kit.models import Tries, counted_key
from junto.kit.work import later
from junto.mail.incoming.placing import work_on
from junto.mail.models import IncomingMail, Original

log = logging.getLogger(__name__)
AN_HOUR = timedelta(hours=1)
FROM_ONE_SENDER, TO_ONE_ADDRESS = 60, 120
MESSAGE_ID = re.compile(rb"^message-id:\s*(<?[^\r\n]{1,998})", re.IGNORECASE | re.MULTILINE)
END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
LONGEST_HEAD = 1_000_000


@dataclass(frozen=True)
class Envelope:
    """What a mail server says beside the message: from where, and to which of our addresses."""

    sender: str
    recipients: Collection[str]


def most_bytes() -> int:
    """The largest message that is taken."""
    return int(settings.MAIL_IN_MB) * 1_000_000


def is_too_much(envelope: Envelope) -> bool:
    """Counts it, and says whether this sender or one of the recipients had its fill this hour. Whoever brings it tries again later."""
    counted = [(counted_key("mail to", to.lower()), TO_ONE_ADDRESS) for to in envelope.recipients]
    if envelope.sender:
        counted.append((counted_key("mail from", envelope.sender.lower()), FROM_ONE_SENDER))
    return any([Tries.objects.count_one(key, most, AN_HOUR) is not None for key, most in counted])


def take_in(raw: bytes, envelope: Envelope) -> int:
    """Keeps the message once for each recipient and has it worked on; says how many are new. The same message again changes nothing.

    More than `most_bytes` is cut off there: who listens refuses it first, and a mailbox may hold it all the same.
    """
    kept = zlib.compress(raw[: most_bytes()])
    with transaction.atomic():
        return sum(_keep(raw, kept, envelope.sender, recipient) for recipient in dict.fromkeys(envelope.recipients))


def _keep(raw: bytes, packed: bytes, sender: str, recipient: str) -> bool:
    given = {"sender": _storable(sender), "recipient": _storable(recipient)}
    mail, is_new = IncomingMail.objects.get_or_create(key=_key(raw, recipient), defaults=given)
    if is_new:
        Original.objects.create(mail=mail, packed=packed)
        later(work_on, mail_id=mail.pk)
    return is_new


def _key(raw: bytes, recipient: str) -> str:
    """A message that comes by two ways has other heads and the same words; a program that numbers all its mails alike has other words."""
    head_ends = END_OF_HEAD.search(raw, 0, LONGEST_HEAD)
    head = raw[: head_ends.start()] if head_ends else raw[:LONGEST_HEAD]
    named = MESSAGE_ID.search(head)
    words = raw[head_ends.end() :] if head_ends else raw
    parts = [named[1].strip() if named else head, recipient.lower().encode(errors="replace"), words.replace(b"\r\n", b"\n").strip()]
    return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def _storable(address: str) -> str:
    return "".join(letter for letter in address if letter.isprintable())[:320].encode(errors="replace").decode()
