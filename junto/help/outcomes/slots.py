"""On a question: whether it worked, and for whoever asked the way to say so."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from junto.help.outcomes.rules import may_say_outcome
from junto.kit.compiled import compiled
from junto.kit.slots import Slot
from junto.posts.models import Thread
from junto.posts.reader import membership_as


class WhatBecameOfIt(Slot):
    """Under what solved a question."""

    name = "help.what_became_of_it"
    page = "question"
    order = 10

    def part(self, request: HttpRequest, *, thread: Thread, **things: Any) -> str:
        [became] = _became(thread=thread.pk)
        said = getattr(became, "outcome", None)
        is_asker = may_say_outcome(request.user, thread, membership_as(thread, request.user))
        back = getattr(became, "check_back", None) if is_asker and not said else None
        if said is None and back is None:
            return ""
        given = {"thread": thread, "said": said, "back": back, "is_asker": is_asker}
        return render_to_string("help/outcomes/became.html", given, request)


@compiled
def _became(thread: int) -> Any:
    return Thread.objects.filter(pk=thread).select_related("outcome__person", "check_back").only("pk", "outcome", "check_back")
