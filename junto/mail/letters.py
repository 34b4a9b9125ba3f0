"""The letter by which somebody sees whether mail reaches them again."""

from smtplib import SMTPRecipientsRefused

from django.utils.translation import gettext_lazy as _

from junto.kit.work import outreach
from junto.mail.out.sending import take_in
from junto.people.letters import Wording
from junto.people.models import Person

PROOF = Wording(
    _("Mail from Junto reaches you"),
    _("Hello %(name)s,\n\nyou are reading this, so mail from Junto reaches you again. There is nothing to do."),
)


@outreach
def send_proof_letter(person_id: int) -> None:
    """Sends it to an address that was set right. Refused once more, the address is closed again, and the person is told as before."""
    person = Person.objects.here().with_account().filter(pk=person_id).first()
    if person is None:
        return
    try:
        PROOF.send(person, person.email)
    except SMTPRecipientsRefused as refused:
        take_in(person, refused)
