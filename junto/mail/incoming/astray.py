"""A mail of somebody who is here, to an address that is not for them: an owner sees it, and its sender hears that it was not posted.

They do not hear why in more than general words: an address that was never made, one of a space that is hidden from them and one of a
space that is no more are answered alike.
"""

from junto.mail.incoming.giving_back import tell_astray
from junto.mail.incoming.letter import Letter
from junto.mail.incoming.verdict import FAIL, verdict
from junto.mail.models import IncomingMail
from junto.people.models import Person

State = IncomingMail.State


def go_astray(mail: IncomingMail, letter: Letter, reason: str, sender: Person | None) -> None:
    """It waits. Nobody is written to whom the mail server in front does not believe, and nobody who is not here."""
    if sender is None:
        return mail.become(State.WAITING, reason)
    if verdict(letter.message, letter.from_address) == FAIL:
        return mail.become(State.WAITING, "forged")
    mail.become(State.WAITING, reason, is_theirs=True)
    tell_astray(mail)
