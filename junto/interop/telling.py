"""The way to other tools: where this Junto tells them anything, and on which of the house's own hosts."""

from collections.abc import Mapping

from django.conf import settings

from junto.kit.fetch import Answered, judged, send
from junto.kit.fetch.place import Place
from junto.kit.fetch.refusals import SendingIsOff


def tool_at(address: str) -> Place:
    """The place, when something may be brought there. Raises NotFetched."""
    return judged(address, settings.WEBHOOKS_INSIDE)


def tell(address: str, body: bytes, headers: Mapping[str, str]) -> Answered:
    """Brings it, and gives what was said. Raises NotFetched."""
    if not settings.WEBHOOKS:
        raise SendingIsOff
    return send(address, body, headers, inside=settings.WEBHOOKS_INSIDE)
