"""A mail to oneself: what it says becomes something of one's own, such as a note. It is shown to nobody."""

from junto.mail.addresses import ToBox
from junto.mail.incoming.astray import go_astray
from junto.mail.incoming.cutting import cut
from junto.mail.incoming.giving_back import give_back
from junto.mail.incoming.letter import Letter
from junto.mail.incoming.letterbox import Letterbox
from junto.mail.incoming.proving import proved
from junto.mail.incoming.reasons import TO_BOX
from junto.mail.models import IncomingMail
from junto.people.models import Person

State = IncomingMail.State


def put(mail: IncomingMail, letter: Letter, meant: ToBox, sender: Person | None) -> None:
    """As with every answer, address and sender prove each other; then it is taken, or given back with what is missing."""
    box = Letterbox.named(meant.box)
    if box is None:
        return go_astray(mail, letter, "no_place", sender)
    sender = proved(meant.person_id, sender, mail, letter)
    if sender is None:
        return
    if letter.is_sealed:
        return give_back(mail, "sealed")
    if not box.take(letter.title, cut(letter.words).words, by=sender, mark=mail.mark):
        return give_back(mail, TO_BOX + box.name)
    mail.become(State.MADE_OWN, box.name)
