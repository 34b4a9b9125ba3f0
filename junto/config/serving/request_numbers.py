"""A proxy in front may number requests, so that its log and ours can be laid side by side. Only trusted proxies are believed."""

import re
from functools import lru_cache
from ipaddress import ip_address, ip_network
from typing import Any

from django.conf import settings

PLAIN = re.compile(rb"[0-9a-fA-F-]{8,64}")
"""Digits only, for what others write into a header ends up in our log."""


def given_number(scope: dict[str, Any]) -> str:
    """The number a trusted proxy gave this request in `X-Request-ID`; empty when there is none."""
    given = next((value for name, value in scope["headers"] if name == b"x-request-id"), b"")
    if not PLAIN.fullmatch(given) or not believed((scope.get("peer") or ("",))[0]):
        return ""
    return bytes(given).decode().lower()


@lru_cache(maxsize=1024)
def believed(peer: str) -> bool:
    """Whether whoever is connected is one of the proxies of JUNTO_PROXY."""
    return any(word == "*" or _within(peer, word) for word in settings.PROXIES.replace(" ", "").split(","))


def _within(peer: str, network: str) -> bool:
    try:
        return ip_address(peer) in ip_network(network)
    except ValueError:
        return peer == network != ""
