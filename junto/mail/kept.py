"""What the mail room keeps of people."""

from django.utils.translation import gettext_lazy as _

from junto.kit.privacy import Kept
from junto.mail.models import Renewal


class KeptRenewals(Kept):
    name = "mail_renewals"
    model = Renewal
    what = _("That you ended the addresses by which you could answer mails")
    why = _("so that nobody writes in your name with an old one")
    readers = _("only this Junto")
    until = _("as long as your account exists")
    fields = ("number", "at")
