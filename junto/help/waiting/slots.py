"""On a space's page, for its hosts: what they were told of and nobody has answered since."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from junto.help.models import Escalation
from junto.help.waiting.usual import unanswered
from junto.kit.slots import Slot
from junto.spaces.models import Membership, Space
from junto.spaces.rules import may_lead

MOST = 100


class WaitsLonger(Slot):
    """The way to questions that wait, when there are any."""

    name = "help.waits_longer"
    page = "space"
    order = 10

    def part(self, request: HttpRequest, *, space: Space, membership: Membership | None = None, **things: Any) -> str:
        if not may_lead(membership):
            return ""
        late = Escalation.objects.filter(thread__in=unanswered().filter(space=space)).values_list("pk")[:MOST]
        return render_to_string("help/waiting/waits.html", {"space": space, "late": late}, request) if late else ""
