"""On a solved question: whether what solved it still holds."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from junto.help.holding.reading import holdings
from junto.help.holding.rules import may_see_reviews
from junto.help.holding.worklist import worth_a_look
from junto.kit.slots import Slot
from junto.posts.models import Thread
from junto.spaces.models import Membership, Space

MOST = 99


class StillTrue(Slot):
    """Under the answers that solved it, one line for each."""

    name = "help.still_true"
    page = "question"
    order = 5

    def part(self, request: HttpRequest, *, thread: Thread, **things: Any) -> str:
        found = holdings(thread, request.user)
        return render_to_string("help/holding/holding.html", {"thread": thread, "holdings": found}, request) if found else ""


class WorthALook(Slot):
    """On a space's page, for its hosts: the way to answers that should be looked at."""

    name = "help.worth_a_look"
    page = "space"
    order = 11

    def part(self, request: HttpRequest, *, space: Space, membership: Membership | None = None, **things: Any) -> str:
        number = len(worth_a_look(space).values_list("pk")[:MOST]) if may_see_reviews(membership) else 0
        return render_to_string("help/holding/worth_a_look.html", {"space": space, "number_of": number}, request) if number else ""
