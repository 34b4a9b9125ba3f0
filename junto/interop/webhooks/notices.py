"""What hosts are told about webhooks."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from junto.interop.facts import WebhookStopped
from junto.kit.notices import Concern, Target, Told
from junto.spaces.models import Membership
from junto.spaces.notices import AboutSpace


class WebhookCameToRest(AboutSpace):
    """Another tool of a space I host hears nothing any more."""

    name = "webhook_stopped"
    kinds = (WebhookStopped,)
    icon = "send"
    concern = Concern.SPACE

    def concerns(self, fact: WebhookStopped) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        return list(Membership.objects.filter(space=fact.space_id).hosts().values_list("person_id", flat=True))

    def leads_to(self, target: Target) -> str:
        return f"{target.url}webhooks/"

    def says(self, told: Told) -> str:
        return _("Another tool hears nothing from “%(title)s” any more") % {"title": told.target.title}

    def because(self, told: Told) -> str:
        return _("You host this space.")
