"""What members read of what leaves their space, and where hosts set it up."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from junto.interop.models import Webhook
from junto.kit.compiled import compiled
from junto.kit.slots import Slot
from junto.spaces.models import Space


class SentOutside(Slot):
    """On a space's front page, for whoever reads there: where what is said goes."""

    name = "interop.sent_outside"
    page = "space"
    order = 90

    def part(self, request: HttpRequest, *, space: Space, **things: object) -> SafeString | str:
        webhooks = _telling(space=space.pk)
        return render_to_string("interop/slots/sent_outside.html", {"webhooks": webhooks}, request) if webhooks else ""


class TellOthers(Slot):
    """Among the settings of a space."""

    name = "interop.tell_others"
    page = "space.settings"

    def part(self, request: HttpRequest, *, space: Space, **things: object) -> SafeString | str:
        return render_to_string("interop/slots/tell_others.html", {"space": space}, request)


@compiled
def _telling(space: int) -> Any:
    return Webhook.objects.filter(space=space).telling().for_rows()
