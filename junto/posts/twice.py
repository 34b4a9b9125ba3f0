"""Sending twice by mistake (a double press, a form sent again after the connection was lost) must not post twice."""

import re
from datetime import timedelta

from django.http import HttpRequest, JsonResponse

from junto.kit.turns import one_at_a_time
from junto.people.models import Person

TWICE = timedelta(minutes=10)
"""The same words by the same person to the same place within this time are one sending."""
MARK = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
BY_SCRIPT = "Junto-Sending"
"""The header in which a browser names the mark of a text that waited in its outbox; a form names it in its field `sending`."""


def one_sending_at_a_time(person: Person) -> None:
    """Makes the second of two simultaneous sendings wait until the first can be seen. Only inside a transaction."""
    one_at_a_time(f"sends:{person.pk}")


def mark_of(request: HttpRequest) -> str:
    """The mark the browser gave this text; empty when it gave none, or something else."""
    given = request.headers.get(BY_SCRIPT) or request.POST.get("sending", "")
    return given if MARK.fullmatch(given) else ""


def from_outbox(request: HttpRequest) -> bool:
    """Whether a script sent it that shows no page."""
    return BY_SCRIPT in request.headers


def told(to: str, *, before: bool) -> JsonResponse:
    """For the outbox: where it stands, and whether it had come before."""
    return JsonResponse({"to": to, "before": before})
