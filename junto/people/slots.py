"""What the people room offers for pages of rooms below it."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from junto.kit.slots import Slot
from junto.people.models import Person
from junto.topics.models import Topic

MOST = 12


class WhoToAsk(Slot):
    """On a topic's page: people who said that they like to be asked about it."""

    name = "people.who_to_ask"
    page = "topic"
    order = 60

    def part(self, request: HttpRequest, *, topic: Topic, **things: Any) -> str:
        people = list(Person.objects.here().filter(expertise__topic=topic).order_by("name_key", "id")[: MOST + 1])
        shown = {"people": people[:MOST], "topic": topic, "more": len(people) > MOST}
        return render_to_string("people/_who_to_ask.html", shown, request)
