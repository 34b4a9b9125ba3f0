"""What this room keeps of people."""

from django.utils.translation import gettext_lazy as _

from junto.kit.privacy import Erasure, Kept
from junto.operating.dead_work import forget_set_aside
from junto.operating.models import SetAside


class KeptSetAside(Kept):
    name = "set_aside"
    model = SetAside
    what = _("Which failed work you put aside, as an owner")
    why = _("so that owners know who decided it")
    readers = _("the owners of this Junto")
    until = _("thirty days")
    forgotten_by = forget_set_aside
    people = ("by",)
    fields = ("work__listener", "at")
    erasure = Erasure.UNNAME
