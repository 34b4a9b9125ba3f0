"""Says what was just done, with Undo while it can be undone: after a redirect and after an htmx part alike."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext


@dataclass(frozen=True)
class Toast:
    """One thing said; `undo` is the path that takes it back with `method`, or empty."""

    text: str
    undo: str = ""
    method: str = "POST"


def toast(request: HttpRequest, text: str, *, undo: str = "", method: str = "POST") -> None:
    """Has the next page, or the part that htmx puts in now, say `text` once."""
    messages.info(request, text, extra_tags=f"{method} {undo}" if undo else "")


def too_late() -> str:
    """What is said when an Undo was pressed that is good no more."""
    return gettext("It is too late to undo this.")


def read(waiting: Iterable[Message]) -> Iterator[Toast]:
    """The toasts that wait. Reading them is what marks them as said."""
    for message in waiting:
        method, _, undo = (message.extra_tags or "").partition(" ")
        yield Toast(str(message.message), undo, method) if undo.startswith("/") else Toast(str(message.message))


def send_with_part(request: HttpRequest, response: HttpResponse) -> None:
    """Gives an htmx answer what waits to be said, in a header that the page's script draws."""
    said = [asdict(each) for each in read(messages.get_messages(request))]
    if said:
        response.headers["HX-Trigger-After-Settle"] = json.dumps({"toasts": said})
