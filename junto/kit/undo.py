"""What it takes to bring something back whose row is gone or settled. It travels with the Undo that is offered, signed, for an hour.

So nothing is kept of what was undone by nobody, and nobody can bring back what they were not offered.
"""

from typing import Any
from urllib.parse import quote

from django.core import signing
from django.http import HttpRequest

FOR_SECONDS = 3600


def undo_path(path: str, **what: Any) -> str:
    """The path of an Undo that hands `what` (numbers and words) back to the view at `path`."""
    return f"{path}?undo={quote(signing.dumps(what, salt=path, compress=True))}"


def undone(request: HttpRequest) -> dict[str, Any] | None:
    """What the Undo of this very path carries; None when it is older than an hour or none of ours."""
    try:
        what: dict[str, Any] = signing.loads(request.GET.get("undo", ""), salt=request.path, max_age=FOR_SECONDS)
    except signing.BadSignature:
        return None
    return what
