"""Sends one mail to one person, and takes in what the other side says of the address."""

from smtplib import SMTPRecipientsRefused

from django.conf import settings

from junto.design.letters import Letter
from junto.mail.addresses import bounce_address
from junto.mail.models import AddressTrouble
from junto.mail.out import providers
from junto.mail.out.heads import Envelope, head
from junto.mail.out.refusals import Verdict, answer, status_of, verdict
from junto.notify.means import Unreachable
from junto.people.models import Person


def send(person: Person, letter: Letter, envelope: Envelope) -> None:
    """Sends it, unless the person stopped these mails meanwhile.

    Raises `Unreachable` when this address takes no mail; whatever else goes wrong may go better later.
    """
    if not envelope.mailing.reaches(person):
        _stop_if_closed(person)
        return
    mail = letter.message(str(person.email), head(person, envelope), from_email=bounce_address(person) or settings.DEFAULT_FROM_EMAIL)
    try:
        mail.send()
    except SMTPRecipientsRefused as refused:
        take_in(person, refused)
        _stop_if_closed(person, refused)
        raise
    except providers.errors() as refused:
        AddressTrouble.objects.close(person, AddressTrouble.Kind.REFUSED)
        _stop_if_closed(person, refused)
    AddressTrouble.objects.arrived(person)


def take_in(person: Person, refused: SMTPRecipientsRefused) -> None:
    """Keeps what a mail server said of the person's address when it refused a mail."""
    code, said = answer(refused)
    found = verdict(code, said)
    if found is Verdict.CLOSED:
        AddressTrouble.objects.close(person, AddressTrouble.Kind.REFUSED, status_of(code, said))
    elif found is Verdict.LATER:
        AddressTrouble.objects.fail(person, status_of(code, said))


def _stop_if_closed(person: Person, because: Exception | None = None) -> None:
    if AddressTrouble.objects.of(person).closed().exists():
        raise Unreachable("the address takes no mail") from because
