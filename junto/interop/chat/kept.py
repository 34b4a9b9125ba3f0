"""What is kept of people where they meet a chat."""

from django.utils.translation import gettext_lazy as _

from junto.interop.models import ChatAddress
from junto.kit.privacy import Basis, Kept


class KeptChatAddresses(Kept):
    name = "chat_addresses"
    model = ChatAddress
    what = _("The place in a chat where you want to be reached (its address sealed), since when, and whether the last message arrived")
    why = _("so that you hear of what concerns you where you talk already")
    readers = _("only you")
    until = _("until you end it")
    fields = ("form", "host", "set_up_at", "confirmed_at", "broken_at", "said")
    basis = Basis.CONSENT
