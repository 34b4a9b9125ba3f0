"""What is written to whoever sent a mail: why it was not posted, whether it is theirs, what did not fit. Never to a machine."""

from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise, lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from junto.kit.models import Tries, counted_key
from junto.kit.text.line import is_blank, one_line
from junto.kit.work import later, outreach
from junto.mail.addresses import OUR_ANSWERS, letter_address
from junto.mail.incoming.letter import Letter
from junto.mail.incoming.reasons import ASTRAY, UNPROVED, why_given_back
from junto.mail.loops import heads_of_ours
from junto.mail.models import IncomingMail
from junto.people.letters import mail_works
from junto.people.limits import may_be_sent
from junto.people.models import Person

State = IncomingMail.State
LONGEST_BACK = 50_000
ANSWERED = "mail answered"
UNCERTAIN = "mail uncertain"
"""Counted apart, so that a forger uses up no letters about what somebody wrote."""
WITH_WORDS = gettext_lazy(
    "Hello %(name)s,\n\nyour mail could not be posted: %(why)s\n\nNothing is lost. Here are your words, and in Junto:\n%(link)s"
)
WITHOUT_WORDS = gettext_lazy(
    "Hello %(name)s,\n\na mail with your address was not posted: %(why)s\n\nNothing is lost. It is kept for you here:\n%(link)s\n\n"
    "You did not write it? Then there is nothing to do."
)
GONE_ASTRAY = gettext_lazy(
    "Hello %(name)s,\n\na mail with your address was not posted: %(why)s\n\nTo answer somebody, answer the mail that was sent to you, "
    "or write in Junto. To ask something, mail the address that stands on the page of a space you belong to. "
    "Your mail is kept for 30 days: the owners can say where it belongs, and you see it here:\n%(link)s\n\n"
    "You did not write it? Then there is nothing to do."
)
WHETHER_THEIRS = gettext_lazy(
    "Hello %(name)s,\n\na mail with your address came for “%(space)s”. Anybody can write your address into a mail, "
    "so it is not posted yet. Look at it, and post it with one press:\n%(link)s\n\n"
    "You did not write it? Then say so there, or do nothing: it is deleted after 30 days."
)
WHERE_ATTACHMENTS_ARE = gettext_lazy(
    "Hello %(name)s,\n\nyour words are posted. Of what was attached to your mail this could not go along:\n%(what)s\n\n"
    "It is kept for you here:\n%(link)s"
)
THERE_IS_MORE = gettext_lazy("[So much fits into this letter. All of it is in Junto, where you take it with you as a file.]")


def give_back(mail: IncomingMail, reason: str) -> None:
    """It was not posted: its sender reads why and has their words again. One such letter an hour; the mail stands on their page."""
    mail.become(State.GIVEN_BACK, reason)
    if _is_first_this_hour(mail, UNCERTAIN if reason in UNPROVED else ANSWERED):
        later(send_back, mail_id=mail.pk)


def tell_astray(mail: IncomingMail) -> None:
    """It waits for an owner: its sender reads that it was not posted. One such letter an hour."""
    if _is_first_this_hour(mail, UNCERTAIN):
        later(send_astray, mail_id=mail.pk)


def tell_of_attachments(mail: IncomingMail) -> None:
    """What could not go along with the post: its author reads why, and where it is."""
    if mail.left_behind and _is_first_this_hour(mail, ANSWERED):
        later(send_where_attachments_are, mail_id=mail.pk)


@outreach
def send_back(mail_id: int) -> None:
    """Why it was not posted, and their words, but for what a forger may have written: they would have us carry theirs."""
    mail = _mail(mail_id, State.GIVEN_BACK)
    if mail is None:
        return
    letter = Letter(mail.raw)
    if mail.reason in UNPROVED or is_blank(letter.words):
        _write(mail, WITHOUT_WORDS, why=why_given_back(mail.reason))
    else:
        rest = [THERE_IS_MORE] if len(letter.words) > LONGEST_BACK else []
        _write(mail, WITH_WORDS, letter.title, ["-----", letter.words[:LONGEST_BACK], *rest], why=why_given_back(mail.reason))


@outreach
def send_astray(mail_id: int) -> None:
    """That it was not posted, and how it would be; none of its words, and nothing of what the address is for."""
    mail = _mail(mail_id, State.WAITING)
    if mail is not None and mail.reason in ASTRAY:
        _write(mail, GONE_ASTRAY, why=ASTRAY[mail.reason])


@outreach
def send_whether_theirs(mail_id: int) -> None:
    """Whether they wrote it. Neither their words nor their subject is in it: a forger would have us carry them."""
    mail = _mail(mail_id, State.ASKING)
    if mail is not None and mail.space is not None:
        _write(mail, WHETHER_THEIRS, space=mail.space.name)


@outreach
def send_where_attachments_are(mail_id: int) -> None:
    """What could not go along with the words of a mail that was posted."""
    mail = _mail(mail_id, State.POSTED)
    if mail is not None:
        _write(mail, WHERE_ATTACHMENTS_ARE, Letter(mail.raw).title, what=lazy(_left_behind, str)(mail))


def _left_behind(mail: IncomingMail) -> str:
    return "\n".join(f"- {name}: {why}" for name, why in mail.why_left_behind)


def _is_first_this_hour(mail: IncomingMail, counted: str) -> bool:
    return Tries.objects.count_one(counted_key(counted, mail.person_id), 1, timedelta(hours=1)) is None


def _mail(number: int, state: "IncomingMail.State") -> IncomingMail | None:
    """The mail, while it still stands so and its sender can be written to."""
    if not mail_works():
        return None
    found = IncomingMail.objects.filter(pk=number, state=state, person__is_active=True, person__email__isnull=False)
    return found.select_related("person", "space", "original").first()


def _write(mail: IncomingMail, said: str | Promise, about: str = "", below: Sequence[str | Promise] = (), **values: str | Promise) -> None:
    """Writes it in the language of whoever sent the mail, as an answer to it. `about`: its subject, where it is certainly theirs."""
    person = mail.person
    assert person is not None
    if not may_be_sent(person.email or "", ANSWERED):
        return
    with translation.override(person.language or settings.LANGUAGE_CODE):
        link = f"{settings.JUNTO_URL}{reverse('mail:mine', args=[mail.pk])}"
        words = "\n\n".join([str(said) % {"name": person.name, "link": link, **values}, *map(str, below)])
        subject = f"Re: {one_line(about, 150)}" if about else _("Your mail to Junto")
        EmailMessage(subject, words, to=[person.email or ""], headers=_heads(mail, person)).send()


def _heads(mail: IncomingMail, person: Person) -> dict[str, str]:
    answered, answer_to = Letter(mail.raw).message_id, letter_address(person, OUR_ANSWERS)
    return (
        heads_of_ours(answers=True)
        | ({"In-Reply-To": answered, "References": answered} if answered else {})
        | ({"Reply-To": answer_to} if answer_to else {})
    )
