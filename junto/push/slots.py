"""What this room offers for a person's own page: the way to have Junto on their phone."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from junto.kit.slots import Slot
from junto.people.models import Person


class OnYourPhone(Slot):
    """In the margin of one's own page, and on nobody else's."""

    name = "push.on_your_phone"
    page = "person.margin"
    order = 90

    def part(self, request: HttpRequest, *, person: Person, **things: Any) -> str:
        return render_to_string("push/slots/on_your_phone.html", {}, request) if person.pk == request.user.pk else ""
