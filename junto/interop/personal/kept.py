"""What interop keeps of people."""

from django.utils.translation import gettext_lazy as _

from junto.interop.models import PersonalAddress
from junto.kit.privacy import Kept


class KeptPersonalAddresses(Kept):
    name = "personal_addresses"
    model = PersonalAddress
    what = _("Your secret addresses for feed readers and calendars, and on which day each was last read")
    why = _("so that programs that cannot sign in read for you")
    readers = _("only you; whoever has an address reads what you may read there")
    until = _("until you end them, or your account ends")
    fields = ("kind", "subject", "made_at", "used_on")
