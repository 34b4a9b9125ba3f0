"""What is kept of people where they meet a chat."""

from django.utils.translation import gettext_lazy as _

from junto.interop.models import ChatAddress, ChatDoor, ChatLink
from junto.kit.privacy import Basis, Erasure, Kept


class KeptChatAddresses(Kept):
    name = "chat_addresses"
    model = ChatAddress
    what = _("The place in a chat where you want to be reached (its address sealed), since when, and whether the last message arrived")
    why = _("so that you hear of what concerns you where you talk already")
    readers = _("only you")
    until = _("until you end it")
    fields = ("form", "host", "set_up_at", "confirmed_at", "broken_at", "said")
    basis = Basis.CONSENT


class KeptChatLinks(Kept):
    name = "chat_links"
    model = ChatLink
    what = _("Which account in a chat is yours, by its number there")
    why = _("so that what you ask from there is asked in your name")
    readers = _("only you")
    until = _("until you end it, or the hosts no longer let people ask from there")
    fields = ("door__product", "door__space__name", "team", "user", "confirmed_at")
    basis = Basis.CONSENT


class KeptChatDoors(Kept):
    name = "chat_doors"
    model = ChatDoor
    what = _("From which chats you let people ask in a space")
    why = _("so that hosts know who decided it")
    readers = _("the hosts of the space")
    until = _("as long as it is set up")
    people = ("set_up_by",)
    fields = ("space__name", "product", "set_up_at")
    erasure = Erasure.UNNAME
