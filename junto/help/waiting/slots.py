"""On a space's page, for its hosts: what waits longer than usual."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from junto.help.waiting.usual import unanswered, waiting_longer
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
        late = waiting_longer(unanswered().filter(space=space)[:MOST])
        return render_to_string("help/waiting/waits.html", {"space": space, "late": late}, request) if late else ""
