"""Somebody answers a letter of ours that is no conversation: it cannot be placed, and they are told where to write instead."""

from junto.mail.addresses import ToLetter
from junto.mail.incoming.giving_back import give_back
from junto.mail.incoming.letter import Letter
from junto.mail.incoming.proving import proved
from junto.mail.incoming.reasons import TO_LETTER
from junto.mail.models import IncomingMail
from junto.mail.out.mailing import Mailing
from junto.people.models import Person


def explain(mail: IncomingMail, letter: Letter, meant: ToLetter, sender: Person | None) -> None:
    """As with every answer, address and sender prove each other; then they get their words back, with what that letter was."""
    if proved(meant.person_id, sender, mail, letter) is None:
        return
    answered = Mailing.numbered(meant.letter)
    give_back(mail, TO_LETTER + answered.name if answered else "to_our_answer")
