"""What is kept of whoever looks whether answers still hold."""

from django.utils.translation import gettext_lazy as _

from junto.help.models import Doubt, Verification
from junto.kit.privacy import Erasure, Kept


class KeptVerifications(Kept):
    name = "verifications"
    model = Verification
    what = _("That you said an answer still holds")
    why = _("so that people see who looked after a thread, and can ask")
    readers = _("whoever may read the space")
    until = _("until you take it back, or as long as the thread exists")
    people = ("by",)
    fields = ("post_id", "at")
    erasure = Erasure.UNNAME


class KeptDoubts(Kept):
    name = "doubts"
    model = Doubt
    what = _("That you asked whether an answer still holds, and what made you ask")
    why = _("so that somebody looks")
    readers = _("what you wrote: the author and the hosts; that it was you: nobody")
    until = _("until somebody has looked, or you take it back")
    fields = ("post_id", "words", "at")
