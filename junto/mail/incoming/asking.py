"""A mail to the address of a space: a question there, once it is certain who asks."""

from datetime import timedelta

from junto.kit.models import Tries, counted_key
from junto.kit.text import LONGEST, TooLong
from junto.kit.text.line import is_blank, one_line
from junto.kit.work import later
from junto.mail.addresses import ToSpace
from junto.mail.incoming.answering import CannotBe
from junto.mail.incoming.astray import go_astray
from junto.mail.incoming.carrying import going_along
from junto.mail.incoming.cutting import cut
from junto.mail.incoming.giving_back import give_back, send_whether_theirs, tell_of_attachments
from junto.mail.incoming.letter import Letter
from junto.mail.incoming.verdict import FAIL, PASS, verdict
from junto.mail.models import IncomingMail
from junto.people.models import Person
from junto.posts import rules
from junto.posts.models import Thread
from junto.spaces.models import Space

State = IncomingMail.State
ASKED_AN_HOUR = 10


def ask(mail: IncomingMail, letter: Letter, meant: ToSpace, sender: Person | None) -> None:
    """Posts it when the mail server in front vouches for the sender; otherwise the sender is asked first.

    Who may see the space and does not belong to it hears that; for whom it is hidden, nothing is there.
    """
    if sender is None:
        return mail.become(State.WAITING, "unknown_sender")
    said = verdict(letter.message, letter.from_address)
    if said == FAIL:
        return mail.become(State.WAITING, "forged")
    space = Space.objects.visible_to(sender).filter(pk=meant.space_id).first()
    if space is None:
        return go_astray(mail, letter, "no_place", sender)
    mail.become(State.TAKEN, space=space)
    if not rules.may_open(space.membership_of(sender)):
        mail.become(State.TAKEN, is_theirs=True)
        return give_back(mail, "no_part")
    if said == PASS:
        return _post(mail, letter, sender, space)
    ask_sender(mail)


def ask_sender(mail: IncomingMail) -> None:
    """It waits for its sender's word; the letter that says so goes out a few times an hour at most, and the mail stands on their page."""
    mail.become(State.ASKING, is_theirs=True)
    if Tries.objects.count_one(counted_key("mail asked", mail.person_id), ASKED_AN_HOUR, timedelta(hours=1)) is None:
        later(send_whether_theirs, mail_id=mail.pk)


def _post(mail: IncomingMail, letter: Letter, sender: Person, space: Space) -> None:
    mail.become(State.TAKEN, is_theirs=True)
    try:
        if letter.is_sealed:
            raise CannotBe("sealed")
        thread = open_thread(space, by=sender, title=letter.title, words=cut(letter.words).words, mail=mail)
    except CannotBe as trouble:
        return give_back(mail, trouble.reason)
    mail.become(State.POSTED, thread=thread, post=thread.posts.get(kind="opening"))
    tell_of_attachments(mail)


def open_thread(space: Space, *, by: Person, title: str, words: str, mail: IncomingMail) -> Thread:
    """The question: the subject is its title, or else the first line; too long for one it stands in the words as well. Raises CannotBe."""
    if not rules.may_open(space.membership_of(by)):
        raise CannotBe("left")
    if is_blank(words) and is_blank(title):
        raise CannotBe("empty")
    title = title if not is_blank(title) else next(line for line in words.split("\n") if not is_blank(line))
    short = one_line(title, Thread.LONGEST_TITLE)
    said = words if not is_blank(words) else title
    source = said if short == one_line(title, LONGEST) else f"{title}\n\n{said}"
    try:
        with going_along(mail, by=by) as files:
            return Thread.objects.open(space, by=by, title=short, source=source, files=files)
    except TooLong:
        raise CannotBe("too_long") from None
