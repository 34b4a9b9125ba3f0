"""Notes of the hallway on pages of other rooms."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from junto.help.models import Note, SharedNote
from junto.kit.slots import Slot
from junto.spaces.models import Space
from junto.topics.models import Topic

SHOWN = 3
NEWEST = ("-at", "-id")


class HallwayOfSpace(Slot):
    """On a space's front page: what was shared last."""

    name = "help.hallway_of_space"
    page = "space"
    order = 40

    def part(self, request: HttpRequest, *, space: Space, **things: Any) -> str:
        found = list(SharedNote.objects.visible_to(request.user).filter(space=space).for_rows().order_by(*NEWEST)[:SHOWN])
        return render_to_string("help/slots/hallway_of_space.html", {"found": found, "space": space}, request) if found else ""


class HallwayOfTopic(Slot):
    """On a topic's page: what was shared about it, and the reader's own notes."""

    name = "help.hallway_of_topic"
    page = "topic"
    order = 50

    def part(self, request: HttpRequest, *, topic: Topic, **things: Any) -> str:
        shared = SharedNote.objects.visible_to(request.user).filter(note__topics=topic).for_rows()
        found = list(shared.order_by(*NEWEST)[:SHOWN])
        mine = list(Note.objects.visible_to(request.user).filter(topics=topic).order_by(*NEWEST)[:SHOWN])
        if not found and not mine:
            return ""
        return render_to_string("help/slots/hallway_of_topic.html", {"found": found, "mine": mine}, request)


class NoteInstead(Slot):
    """Where something came through the share sheet of a device: it may be what helped."""

    name = "help.note_instead"
    page = "share"

    def part(self, request: HttpRequest, **things: Any) -> str:
        return render_to_string("help/slots/note_instead.html", {}, request)
