from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from junto.kit.slots import Slot
from junto.portability.sample import is_here
from junto.spaces.models import Space


class SampleLivesHere(Slot):
    """At the end of an owner's home: that the sample company is here, and how it leaves."""

    name = "portability.sample"
    page = "home"
    order = 90

    def part(self, request: HttpRequest, **things: Any) -> str:
        if not request.user.is_owner or not is_here():
            return ""
        return render_to_string("portability/_living_here.html", {}, request)


class BringAList(Slot):
    """In the settings of a space, for its hosts: the way to bring in a list of questions."""

    name = "portability.list"
    page = "space.settings"
    order = 60

    def part(self, request: HttpRequest, *, space: Space, **things: Any) -> str:
        return render_to_string("portability/lists/way.html", {"space": space}, request)
