"""What the mail room keeps of people."""

from django.utils.translation import gettext_lazy as _

from junto.kit.privacy import Kept
from junto.mail.models import AddressTrouble, Renewal, Stop


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
