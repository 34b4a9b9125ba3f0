"""What other mail servers tell of mails that did not arrive (delivery status notifications, RFC 3464)."""

import re

from junto.kit.facts import announce
from junto.mail.addresses import Bounced
from junto.mail.facts import MailBounced
from junto.mail.incoming.decoding import header
from junto.mail.incoming.letter import Letter
from junto.people.models import Person

STATUS = re.compile(r"\b([245])\.\d{1,3}\.\d{1,3}\b")
FULL_FOR_NOW = re.compile(r"\b5\.2\.2\b")
"""A full mailbox is told as final and is not."""


def tell(letter: Letter, meant: Bounced) -> bool:
    """Announces that a mail to this person came back; False when it says nothing of that, or they have another address since."""
    person = Person.objects.filter(pk=meant.person_id).first()
    permanent = is_permanent(letter)
    if person is None or permanent is None or not meant.is_of(person.email or ""):
        return False
    announce(MailBounced(person_id=person.pk, is_permanent=permanent))
    return True


def is_permanent(letter: Letter) -> bool | None:
    """Whether it will never arrive; None when this is no such report, or one of success."""
    for part in letter.parts_of("message/delivery-status"):
        for block in part.walk():
            action, status = header(block, "Action").lower(), header(block, "Status")
            if action in ("failed", "delayed"):
                return action == "failed" and status.startswith("5") and not FULL_FOR_NOW.search(status)
    return _from_words(letter)


def _from_words(letter: Letter) -> bool | None:
    """Older servers write it for people only: the code stands somewhere near the beginning."""
    found = STATUS.search(letter.words[:20_000])
    if found is None or found[1] == "2":
        return None
    return found[1] == "5" and not FULL_FOR_NOW.search(found[0])
