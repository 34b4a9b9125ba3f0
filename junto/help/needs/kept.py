"""What the needs board keeps of people."""

from django.utils.translation import gettext_lazy as _

from junto.help.models import Need, NeedEnd, NeedJoin, NeedOffer
from junto.kit.privacy import Basis, Erasure, Kept

READERS = _("whoever may see the need: everybody here, or whoever may read its space")
EXISTS = _("as long as the need exists")


class KeptNeeds(Kept):
    name = "needs"
    model = Need
    what = _("What you said you would like to learn")
    why = _("so that whoever can show it hears of it")
    readers = READERS
    until = _("until you leave for good; taken off the board, only you see it, and whoever took it off")
    basis = Basis.CONTRACT
    fields = ("title", "text", "at", "edited_at")


class KeptNeedJoins(Kept):
    name = "need_joins"
    model = NeedJoin
    what = _("What of others’ wishes you would like to learn too")
    why = _("so that you hear when somebody can help")
    readers = READERS
    until = EXISTS
    fields = ("need_id", "at")


class KeptNeedOffers(Kept):
    name = "need_offers"
    model = NeedOffer
    what = _("What you offered to show, to host or to point at")
    why = _("so that whoever would like to learn it finds you")
    readers = READERS
    until = EXISTS
    fields = ("need_id", "kind", "words", "at")


class KeptNeedEnds(Kept):
    name = "need_ends"
    model = NeedEnd
    what = _("That you said how a need of the board ended")
    why = _("so that people see who looked after it, and can ask")
    readers = READERS
    until = EXISTS
    people = ("by",)
    fields = ("need_id", "how", "at")
    erasure = Erasure.UNNAME
