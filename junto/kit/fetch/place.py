"""An address taken apart and judged by its form alone, before anybody is asked where it lies."""

import ipaddress
import re
from collections.abc import Collection
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urlsplit

import idna
from django.conf import settings

from junto.kit.fetch.refusals import NotOpen, NoWebAddress

LONGEST = 2_000
PORTS = {"http": 80, "https": 443}
NEVER_THERE = re.compile(r"[\x00-\x20\x7f\\]")
HOST_AND_PORT = re.compile(r"(?:\[[0-9A-Fa-f:.]+\]|[^\[\]:@]+)(?::[0-9]*)?")
NAME = re.compile(r"(?=.{1,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
A_NUMBER = re.compile(r"\d+|0[xo][0-9a-f]*")
"""A last label like this makes resolvers read the name as an address: decimal, octal, hexadecimal, or cut short."""
OF_NO_PUBLIC_NAME = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "arpa", "test", "invalid", "onion")
KEPT_IN_A_PATH = "/%:@!$&'()*+,;=~-._?"


class Place(NamedTuple):
    """Where to ask and what for. `is_inside` says that the operator named it as one of the house's own."""

    scheme: str
    host: str
    port: int
    target: str
    is_inside: bool

    @property
    def is_numeric(self) -> bool:
        """Whether the host is an address, which nobody has to be asked about."""
        return ":" in self.host or _is_ipv4(self.host)

    @property
    def address(self) -> str:
        """As one writes it, in ASCII."""
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{_shown(self.host)}{port}{self.target}"


def placed(address: str, inside: Collection[str] | None = None) -> Place:
    """The place an address names. Raises NoWebAddress, and NotOpen for one that cannot be on the public web.

    `inside` are the hosts of the house that the operator named for this; without it those of which pages may be shown.
    """
    parts = _parts(address)
    host = _host(parts.hostname or "")
    port = parts.port or PORTS[parts.scheme]
    shown = _shown(host)
    is_inside = not {shown, f"{shown}:{port}"}.isdisjoint(settings.FETCH_INSIDE if inside is None else inside)
    if not is_inside and (port not in PORTS.values() or not _may_be_public(host)):
        raise NotOpen
    return Place(parts.scheme, host, port, _target(parts), is_inside)


def _parts(address: str) -> SplitResult:
    if len(address) > LONGEST or NEVER_THERE.search(address):
        raise NoWebAddress
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise NoWebAddress from error
    if parts.scheme not in PORTS or not HOST_AND_PORT.fullmatch(parts.netloc) or port == 0:
        raise NoWebAddress
    return parts


def _host(given: str) -> str:
    """The name in ASCII, or an address in its one proper form."""
    if ":" in given:
        return _ipv6(given)
    host = given.removesuffix(".")
    try:
        named = idna.encode(host).decode() if not host.isascii() or "xn--" in host else host
    except idna.IDNAError as error:
        raise NoWebAddress from error
    if not NAME.fullmatch(named) or (A_NUMBER.fullmatch(named.rpartition(".")[2]) and not _is_ipv4(named)):
        raise NoWebAddress
    return named


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _ipv6(given: str) -> str:
    try:
        found = ipaddress.IPv6Address(given)
    except ValueError as error:
        raise NoWebAddress from error
    if found.scope_id:
        raise NoWebAddress
    return str(found)


def _is_ipv4(host: str) -> bool:
    try:
        return bool(ipaddress.IPv4Address(host))
    except ValueError:
        return False


def _may_be_public(host: str) -> bool:
    """A name with a dot, and an ending that the public web has; addresses are judged when they are reached."""
    return ":" in host or ("." in host and host.rpartition(".")[2] not in OF_NO_PUBLIC_NAME)


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=KEPT_IN_A_PATH)
    return f"{path}?{quote(parts.query, safe=KEPT_IN_A_PATH)}" if parts.query else path
