"""What this room offers for pages of rooms below it, and beside it."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from junto.kit.slots import Slot


class SomethingNeedsYou(Slot):
    """On an owner's home, when something needs them."""

    name = "operating.needs_you"
    page = "home"
    order = 80

    def part(self, request: HttpRequest, **things: Any) -> str:
        if not request.user.is_owner:
            return ""
        from junto.operating import how_it_is  # here, for it tells times and numbers, which every command would load

        count = how_it_is.needing.now()
        return render_to_string("operating/_needs_you.html", {"count": count}, request) if count else ""


class FromOversight(Slot):
    """Where owners and auditors read how this Junto is set: for owners the way on to how it is doing."""

    name = "operating.from_oversight"
    page = "oversight"

    def part(self, request: HttpRequest, **things: Any) -> str:
        return render_to_string("operating/_the_way_there.html", {}, request) if request.user.is_owner else ""


class TheWayThere(Slot):
    """On the page of all accounts, where owners come by."""

    name = "operating.the_way_there"
    page = "accounts"

    def part(self, request: HttpRequest, **things: Any) -> str:
        return render_to_string("operating/_the_way_there.html", {}, request)
