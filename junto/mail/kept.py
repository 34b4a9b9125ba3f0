"""What the mail room keeps of people."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from junto.kit.privacy import Kept
from junto.mail.incoming.forgetting import forget_mail
from junto.mail.models import AddressTrouble, IncomingMail, Renewal, Stop


class KeptRenewals(Kept):
    name = "mail_renewals"
    model = Renewal
    what = _("That you ended the addresses by which you could answer mails")
    why = _("so that nobody writes in your name with an old one")
    readers = _("only this Junto")
    until = _("as long as your account exists")
    fields = ("number", "at")


class KeptAddressTroubles(Kept):
    name = "mail_address_troubles"
    model = AddressTrouble
    what = _("That mail to your address does not arrive, and what the other mail server gave as the reason")
    why = _("so that nothing is written to an address that does not work")
    readers = _("only you; owners see how many there are")
    until = _("until your address works, or you take another")
    fields = ("email", "kind", "status", "since")


class KeptStops(Kept):
    name = "mail_stops"
    model = Stop
    what = _("Which mails you stopped")
    why = _("so that they come no more")
    readers = _("only this Junto")
    until = _("until you let them come again")
    fields = ("mailing", "at")


class KeptMails(Kept):
    """Originals go with their mails."""

    name = "incoming_mails"
    model = IncomingMail
    what = _("Mails you sent to Junto, as they came")
    why = _("so that nothing you wrote is lost, and you see what was cut off")
    readers = _("only you; owners as long as it is not known where it belongs")
    until = _("for 30 days; with what could not go along with the post, as long as that stands")
    forgotten_by = forget_mail
    fields = ("from_address", "subject", "came_at", "state", "attachments", "left_behind")

    def files(self, person: int) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Every mail that is certainly theirs, as it came."""
        for mail in self.rows_about(person).filter(is_theirs=True).select_related("original").iterator(chunk_size=5):
            yield f"mail-{mail.pk}.eml", iter([mail.raw])
