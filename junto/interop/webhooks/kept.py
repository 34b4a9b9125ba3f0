"""What is kept of people where a space tells other tools."""

from django.utils.translation import gettext_lazy as _

from junto.interop.models import Delivery, Webhook
from junto.kit.privacy import Erasure, Kept


class KeptWebhooks(Kept):
    name = "webhooks"
    model = Webhook
    what = _("Which other tools you had a space tell what happens there")
    why = _("so that hosts know who decided it")
    readers = _("the hosts of the space")
    until = _("as long as it is set up")
    people = ("set_up_by",)
    fields = ("space__name", "name", "host", "set_up_at")
    erasure = Erasure.UNNAME

    def erase(self, person: int, keep_texts: bool) -> None:
        """The history holds nobody; what another machine answered could quote anybody, so that goes as well."""
        super().erase(person, keep_texts)
        Delivery.objects.exclude(said="").update(said="")
