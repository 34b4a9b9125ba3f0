"""What interop offers for pages of other rooms: the way to an address by which a feed reader reads them."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from junto.kit.slots import Slot
from junto.posts.models import Thread
from junto.spaces.models import Space
from junto.topics.models import Topic


def _follow(request: HttpRequest, subject: str) -> SafeString:
    return render_to_string("interop/follow.html", {"of": urlencode({"of": subject})}, request)


class FollowSpace(Slot):
    """On a space's front page, for whoever may read it."""

    name = "interop.follow_space"
    page = "space"
    order = 95

    def part(self, request: HttpRequest, *, space: Space, **things: Any) -> str:
        return _follow(request, f"space:{space.slug}")


class FollowTopic(Slot):
    """Beside what is about a topic."""

    name = "interop.follow_topic"
    page = "topic.margin"
    order = 95

    def part(self, request: HttpRequest, *, topic: Topic, **things: Any) -> str:
        return _follow(request, f"topic:{topic.slug}")


class FollowThread(Slot):
    """Beside a thread."""

    name = "interop.follow_thread"
    page = "thread"
    order = 95

    def part(self, request: HttpRequest, *, thread: Thread, **things: Any) -> str:
        return _follow(request, f"thread:{thread.pk}")


class FollowSearch(Slot):
    """Beside what was found."""

    name = "interop.follow_search"
    page = "search"

    def part(self, request: HttpRequest, *, words: str, **things: Any) -> str:
        return _follow(request, f"search:{words}")
