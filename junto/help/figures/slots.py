"""On a space's page: the way to how it is doing."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from junto.help.figures.rules import may_see_figures
from junto.kit.slots import Slot
from junto.spaces.models import Membership, Space


class HowAreWeDoing(Slot):
    """For hosts, and for owners where everybody may read."""

    name = "help.how_are_we_doing"
    page = "space"
    order = 90

    def part(self, request: HttpRequest, *, space: Space, membership: Membership | None = None, **things: Any) -> str:
        if not may_see_figures(request.user, space, membership):
            return ""
        return render_to_string("help/figures/way.html", {"space": space, "leads": membership is not None}, request)
