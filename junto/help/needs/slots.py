"""The needs board on pages of other rooms."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from junto.help.models import Need
from junto.kit.slots import Slot
from junto.search.among import Among, Narrowed
from junto.search.finding import found
from junto.search.query import read
from junto.search.ranking import ranked, sought
from junto.spaces.models import Membership, Space
from junto.topics.models import Topic

SHOWN = 3
NEWEST = ("-at", "-id")


class NeedsOfSpace(Slot):
    """On a space's front page: what its people would like to learn, or for its members the way to say so."""

    name = "help.needs_of_space"
    page = "space"
    order = 45

    def part(self, request: HttpRequest, *, space: Space, membership: Membership | None = None, **things: Any) -> str:
        needs = list(Need.objects.visible_to(request.user).open().filter(space=space).for_rows(request.user).order_by(*NEWEST)[:SHOWN])
        if not needs and membership is None:
            return ""
        shown = {"needs": needs, "space": space, "membership": membership}
        return render_to_string("help/slots/needs_of_space.html", shown, request)


class NeedsFound(Slot):
    """Beside what was found by words alone: what people would like to learn that holds them."""

    name = "help.needs_found"
    page = "search"
    order = 20

    def part(self, request: HttpRequest, *, words: str, **things: Any) -> str:
        asked = read(words)
        if asked.filters or not asked.words:
            return ""
        hits = ranked(sought(asked, subjects=("need",)), Among(Narrowed(("need",)), request.user), SHOWN)
        kept = found(hits, request.user)
        needs = [kept[hit] for hit in hits if hit in kept]
        shown = {"needs": needs, "all": f"{words} type:need"}
        return render_to_string("help/slots/needs_found.html", shown, request) if needs else ""


class LearnAboutTopic(Slot):
    """On a topic's page: the way to say that one would like to learn it."""

    name = "help.learn_about_topic"
    page = "topic.acts"
    order = 50

    def part(self, request: HttpRequest, *, topic: Topic, **things: Any) -> str:
        return render_to_string("help/slots/learn_about_topic.html", {"topic": topic}, request)


class NeedsOfTopic(Slot):
    """On a topic's page, among what is missing: what people would like to learn about it."""

    name = "help.needs_of_topic"
    page = "topic.missing"
    order = 50

    def part(self, request: HttpRequest, *, topic: Topic, **things: Any) -> str:
        needs = list(Need.objects.visible_to(request.user).open().filter(topics=topic).for_rows(request.user).order_by(*NEWEST)[:SHOWN])
        return render_to_string("help/slots/needs_of_topic.html", {"needs": needs, "topic": topic}, request) if needs else ""
