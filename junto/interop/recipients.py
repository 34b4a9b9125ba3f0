"""Whom other tools reach outside."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from junto.interop.models import Webhook
from junto.kit.privacy.recipient import Recipient


class OtherTools(Recipient):
    name = "other_tools"
    who = _("Whoever runs a tool that a host or a person set up")
    what = _(
        "titles, how texts begin, and names of those who wrote them, in spaces whose hosts chose so; what somebody has sent to themselves"
    )
    why = _("so that people hear of it where they talk already")

    def places(self) -> Sequence[str]:
        return tuple(Webhook.objects.telling().order_by("host").values_list("host", flat=True).distinct()[:50])
