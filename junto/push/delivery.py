"""Brings a sealed call to a browser's service, as webhooks are brought: a browser named the address."""

from collections.abc import Mapping

from django.conf import settings

from junto.kit.fetch import Answered, judged, send
from junto.kit.fetch.place import Place


def service_at(endpoint: str) -> Place:
    """The place, by the form of its address: https on the public web, or a host that the operator named. Raises NotFetched."""
    return judged(endpoint, settings.PUSH_INSIDE)


def bring(endpoint: str, body: bytes, headers: Mapping[str, str]) -> Answered:
    """What its service said. Raises NotFetched when nothing was said."""
    return send(endpoint, body, headers, inside=settings.PUSH_INSIDE)
