"""What the spaces room offers for pages of rooms below it."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from junto.kit.slots import Slot
from junto.spaces.models import Space
from junto.topics.models import Topic

MOST = 6


class SpacesAbout(Slot):
    """On a topic's page: spaces about it, the liveliest first."""

    name = "spaces.about_topic"
    page = "topic"
    order = 70

    def part(self, request: HttpRequest, *, topic: Topic, **things: Any) -> str:
        spaces = list(Space.objects.visible_to(request.user).filter(topics=topic).order_by("-last_activity_at", "-id")[:MOST])
        return render_to_string("spaces/_about_topic.html", {"spaces": spaces}, request) if spaces else ""
