"""What the inbox's room offers for pages of other rooms: the way to say how much one hears of what they are about."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from junto.kit.slots import Slot
from junto.notify.models import Level
from junto.people.models import Person
from junto.posts.models import Thread
from junto.spaces.models import Space
from junto.topics.models import Topic


class HearingOfThread(Slot):
    """In the margin of a thread."""

    name = "notify.hearing_of_thread"
    page = "thread"
    order = 90

    def part(self, request: HttpRequest, *, thread: Thread, **things: Any) -> str:
        return _drawn(request, "thread", thread.pk, is_muted=thread.watch_level == "muted")


class HearingOfSpace(Slot):
    """At the foot of a space's front page."""

    name = "notify.hearing_of_space"
    page = "space"
    order = 90

    def part(self, request: HttpRequest, *, space: Space, **things: Any) -> str:
        return _of_level(request, "space", space.pk, space=space)


class HearingOfTopic(Slot):
    """In the margin of a topic."""

    name = "notify.hearing_of_topic"
    page = "topic.margin"
    order = 90

    def part(self, request: HttpRequest, *, topic: Topic, **things: Any) -> str:
        return _of_level(request, "topic", topic.pk, topic=topic)


class HearingOfPerson(Slot):
    """In the margin of somebody else's page."""

    name = "notify.hearing_of_person"
    page = "person.margin"
    order = 90

    def part(self, request: HttpRequest, *, person: Person, **things: Any) -> str:
        return "" if person == request.user else _of_level(request, "person", person.pk, whom=person)


def _of_level(request: HttpRequest, family: str, number: int, **about: Any) -> str:
    return _drawn(request, family, number, is_muted=Level.objects.of(request.user, **about).is_muted)


def _drawn(request: HttpRequest, family: str, number: int, is_muted: bool) -> str:
    return render_to_string("notify/slots/hearing.html", {"family": family, "number": number, "is_muted": is_muted}, request)
