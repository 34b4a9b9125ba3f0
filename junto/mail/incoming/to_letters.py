"""Somebody answers a letter of ours that is no conversation: it cannot be placed, and they are told where to write instead."""

from junto.mail.addresses import ToLetter
from junto.mail.incoming.astray import go_astray
from junto.mail.incoming.giving_back import give_back
from junto.mail.incoming.letter import Letter
from junto.mail.incoming.reasons import TO_LETTER
from junto.mail.incoming.verdict import FAIL, verdict
from junto.mail.models import IncomingMail
from junto.mail.out.mailing import Mailing
from junto.people.models import Person

State = IncomingMail.State


def explain(mail: IncomingMail, letter: Letter, meant: ToLetter, sender: Person | None) -> None:
    """As with every answer, address and sender prove each other; then they get their words back, with what that letter was."""
    if sender is None or sender.pk != meant.person_id:
        return go_astray(mail, letter, "other_sender", sender)
    if verdict(letter.message, letter.from_address) == FAIL:
        return mail.become(State.WAITING, "forged")
    mail.become(State.TAKEN, is_theirs=True)
    answered = Mailing.numbered(meant.letter)
    give_back(mail, TO_LETTER + answered.name if answered else "to_our_answer")
