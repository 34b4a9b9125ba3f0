"""What the woven pages keep of people."""

from django.utils.translation import gettext_lazy as _

from junto.kit.privacy import Kept
from junto.pages.models import PutAway


class KeptPutAway(Kept):
    name = "first_steps_put_away"
    model = PutAway
    what = _("That you put the first steps of an owner away")
    why = _("so that they do not come back")
    readers = _("only you")
    until = _("as long as you have an account")
    fields = ("at",)
