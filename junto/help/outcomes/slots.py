"""On a question: whether it worked, and for whoever asked the way to say so."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from junto.help.models import CheckBack, Outcome
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
        said = next(iter(_outcomes(thread=thread.pk)), None)
        is_asker = may_say_outcome(request.user, thread, membership_as(thread, request.user))
        back = next(iter(_check_backs(thread=thread.pk)), None) if is_asker and not said else None
        if said is None and back is None:
            return ""
        given = {"thread": thread, "said": said, "back": back, "is_asker": is_asker}
        return render_to_string("help/outcomes/became.html", given, request)


@compiled
def _outcomes(thread: int) -> Any:
    return Outcome.objects.filter(thread=thread).select_related("person")


@compiled
def _check_backs(thread: int) -> Any:
    return CheckBack.objects.filter(thread=thread)
