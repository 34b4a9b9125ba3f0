"""What comes of a mail: decided once, in one transaction with what is posted, so that a kill anywhere posts nothing twice."""

import logging

from django.db import DatabaseError, transaction

from junto.kit.traces import kind
from junto.kit.work import listener
from junto.mail.addresses import Bounced, ToBox, ToLetter, ToPost, ToSpace, read_address
from junto.mail.incoming import answering, asking, bounces, to_boxes, to_letters
from junto.mail.incoming.astray import go_astray
from junto.mail.incoming.letter import Bomb, Letter
from junto.mail.incoming.machines import why_no_person
from junto.mail.models import IncomingMail
from junto.people.models import Person

log = logging.getLogger(__name__)
State = IncomingMail.State


@listener
def work_on(mail_id: int) -> None:
    """Reads a mail that was taken and does what it asks for. What cannot be read or placed waits for an owner."""
    mail = IncomingMail.objects.select_for_update(of=("self",)).filter(pk=mail_id, state=State.TAKEN).first()
    if mail is None:
        return
    try:
        with transaction.atomic():
            _decide(mail, Letter(mail.raw))
    except DatabaseError:
        raise
    except Bomb:
        mail.become(State.WAITING, "bomb")
    except Exception as error:
        log.warning("a mail could not be read: %s", kind(error))
        mail.become(State.WAITING, "broken")


def _decide(mail: IncomingMail, letter: Letter) -> None:
    mail.attachments = min(len(letter.attachments), 1000)
    mail.subject, mail.from_address = letter.subject[:200], letter.from_address
    mail.save(update_fields=["attachments", "subject", "from_address"])
    meant = read_address(mail.recipient)
    if isinstance(meant, Bounced):
        bounces.tell(letter, meant)
        return mail.become(State.PASSED_OVER, "bounce")
    if machine := why_no_person(letter, mail.sender):
        return mail.become(State.PASSED_OVER, machine)
    person = _person_with(letter.from_address)
    mail.become(State.TAKEN, person=person)
    sender = person if person is not None and person.is_active else None
    if isinstance(meant, ToPost):
        answering.answer(mail, letter, meant, sender)
    elif isinstance(meant, ToSpace):
        asking.ask(mail, letter, meant, sender)
    elif isinstance(meant, ToLetter):
        to_letters.explain(mail, letter, meant, sender)
    elif isinstance(meant, ToBox):
        to_boxes.put(mail, letter, meant, sender)
    else:
        go_astray(mail, letter, "no_place", sender)


def _person_with(address: str) -> Person | None:
    """Whoever has exactly that address: letters that only look alike lead to other mailboxes."""
    return Person.objects.filter(email=address).first() if address and address.isascii() else None
