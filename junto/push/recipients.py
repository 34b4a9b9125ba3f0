"""Through whom browsers are called."""

from collections.abc import Sequence

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from junto.kit.privacy.recipient import Recipient
from junto.push.models import Device


class PushServices(Recipient):
    name = "push"
    who = _("The makers of the browsers that want to be called, such as Apple, Google and Mozilla")
    what = _("that this Junto calls one of its browsers, when, and about how much; what it says is sealed")
    why = _("so that people who allowed it are told on their phone")

    def places(self) -> Sequence[str]:
        return tuple(sorted(set(Device.objects.values_list("service", flat=True)))) if settings.PUSH else ()
