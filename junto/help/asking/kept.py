from django.utils.translation import gettext_lazy as _

from junto.help.asking.forgetting import forget_requests
from junto.help.asking.suggesting import suggest
from junto.help.models import Capacity, Consent, Request
from junto.kit.privacy import Kept

ONLY_YOU = _("only you")


class KeptRequests(Kept):
    name = "help_requests"
    model = Request
    what = _("Questions you were asked, and which of them you declined")
    why = _("so that nobody is asked twice or too often")
    readers = ONLY_YOU
    until = _("14 days")
    forgotten_by = forget_requests
    fields = ("thread", "because", "at", "declined_at")


class KeptConsents(Kept):
    name = "help_consents"
    model = Consent
    what = _("Topics for which you were asked in private whether people may ask you, and what you said")
    why = _("so that you are not asked about them, nor asked again soon")
    readers = ONLY_YOU
    until = _("“not now” for 90 days, “never” until you take it back")
    forgotten_by = suggest
    fields = ("topic__name", "answer", "at")


class KeptCapacities(Kept):
    name = "help_capacities"
    model = Capacity
    what = _("How many questions a week you want to be asked, and until when you pause")
    why = _("so that you are not asked more often")
    readers = ONLY_YOU
    until = _("as long as you have an account")
    fields = ("a_week", "paused_until")
