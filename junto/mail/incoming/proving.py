"""Address and sender prove each other: an address made for one person opens anything only from that person's own mail address."""

from junto.mail.incoming.astray import go_astray
from junto.mail.incoming.letter import Letter
from junto.mail.incoming.verdict import FAIL, verdict
from junto.mail.models import IncomingMail
from junto.people.models import Person

State = IncomingMail.State


def proved(person: int, sender: Person | None, mail: IncomingMail, letter: Letter) -> Person | None:
    """The sender, when the address was made for them. Otherwise the mail waits for an owner, and there is nobody."""
    if sender is None or sender.pk != person:
        ended = not Person.objects.here().filter(pk=person).exists()
        go_astray(mail, letter, "ended" if ended else "other_sender", sender)
        return None
    if verdict(letter.message, letter.from_address) == FAIL:
        mail.become(State.WAITING, "forged")
        return None
    mail.become(State.TAKEN, is_theirs=True)
    return sender
