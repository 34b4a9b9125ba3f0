"""What is written to whoever sent a mail: why it was not posted, whether it is theirs, what did not fit. Never to a machine."""

from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from junto.kit.models import Tries, counted_key
from junto.kit.text.line import one_line
from junto.kit.work import later, outreach
from junto.mail.incoming.letter import Letter
from junto.mail.incoming.reasons import GIVEN_BACK
from junto.mail.loops import heads_of_ours
from junto.mail.models import IncomingMail
from junto.people.letters import mail_works
from junto.people.limits import may_be_sent
from junto.people.models import Person

State = IncomingMail.State
LONGEST_BACK = 50_000


def give_back(mail: IncomingMail, reason: str) -> None:
    """It was not posted: its sender reads why and has their words again. One such letter an hour; the mail stands on their page."""
    mail.become(State.GIVEN_BACK, reason)
    if _is_first_this_hour(mail):
        later(send_back, mail_id=mail.pk)


def tell_of_attachments(mail: IncomingMail) -> None:
    """What could not go along with the post: its author reads why, and where it is."""
    if mail.left_behind and _is_first_this_hour(mail):
        later(send_where_attachments_are, mail_id=mail.pk)


@outreach
def send_back(mail_id: int) -> None:
    """Why it was not posted, and their words."""
    mail = _mail(mail_id, State.GIVEN_BACK)
    if mail is not None:
        with _in_their_language(mail):
            said = _(
                "Hello %(name)s,\n\nyour mail could not be posted: %(why)s\n\nNothing is lost. Here are your words, and in Junto:\n%(link)s"
            )
            why: str | Promise = GIVEN_BACK[mail.reason]
            words = said % {"name": _name(mail), "why": why, "link": _link(mail)}
            _send(mail, f"{words}\n\n-----\n\n{Letter(mail.raw).words[:LONGEST_BACK]}")


@outreach
def send_whether_theirs(mail_id: int) -> None:
    """Whether they wrote it. Their words are not in it: a forger would have us carry them."""
    mail = _mail(mail_id, State.ASKING)
    if mail is not None and mail.space is not None:
        with _in_their_language(mail):
            said = _(
                "Hello %(name)s,\n\na mail with your address came for “%(space)s”. Anybody can write your address into a mail, "
                "so it is not posted yet. Look at it, and post it with one press:\n%(link)s\n\n"
                "You did not write it? Then say so there, or do nothing: it is deleted after 30 days."
            )
            _send(mail, said % {"name": _name(mail), "space": mail.space.name, "link": _link(mail)})


@outreach
def send_where_attachments_are(mail_id: int) -> None:
    """What could not go along with the words of a mail that was posted."""
    mail = _mail(mail_id, State.POSTED)
    if mail is not None:
        with _in_their_language(mail):
            said = _(
                "Hello %(name)s,\n\nyour words are posted. Of what was attached to your mail this could not go along:\n%(what)s\n\n"
                "It is kept for you here:\n%(link)s"
            )
            what = "\n".join(f"- {name}: {why}" for name, why in mail.why_left_behind)
            _send(mail, said % {"name": _name(mail), "what": what, "link": _link(mail)})


def _is_first_this_hour(mail: IncomingMail) -> bool:
    return Tries.objects.count_one(counted_key("mail answered", mail.person_id), 1, timedelta(hours=1)) is None


def _mail(number: int, state: "IncomingMail.State") -> IncomingMail | None:
    """The mail, while it still stands so and its sender can be written to."""
    if not mail_works():
        return None
    found = IncomingMail.objects.filter(pk=number, state=state, person__is_active=True, person__email__isnull=False)
    return found.select_related("person", "space", "original").first()


def _in_their_language(mail: IncomingMail) -> translation.override:
    return translation.override(_sender(mail).language or settings.LANGUAGE_CODE)


def _sender(mail: IncomingMail) -> Person:
    assert mail.person is not None
    return mail.person


def _name(mail: IncomingMail) -> str:
    return _sender(mail).name


def _link(mail: IncomingMail) -> str:
    return f"{settings.JUNTO_URL}{reverse('mail:mine', args=[mail.pk])}"


def _send(mail: IncomingMail, words: str) -> None:
    to = _sender(mail).email or ""
    if may_be_sent(to, "mail answered"):
        letter = Letter(mail.raw)
        heads = heads_of_ours(answers=True)
        if letter.message_id:
            heads |= {"In-Reply-To": letter.message_id, "References": letter.message_id}
        about = one_line(letter.title, 150) or _("Your mail to Junto")
        EmailMessage(f"Re: {about}", words, to=[to], headers=heads).send()
