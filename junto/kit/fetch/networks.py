"""Which machines may be reached: those on the public web, and for hosts that the operator named those of the house."""

import ipaddress
from functools import cache

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
CARRY_IPV4 = ("::/96", "::ffff:0:0/96", "::ffff:0:0:0/96")
"""IPv6 addresses that mean an IPv4 one: nobody on the public web is reached like this."""
OF_THE_CLOUD = frozenset(map(ipaddress.ip_address, ("168.63.129.16", "100.100.100.200", "192.0.0.192", "fd00:ec2::254")))
"""Machines of the cloud that tell secrets, beside those on link-local addresses."""


def may_be_reached(address: str, *, inside: bool) -> bool:
    """Whether to connect to that machine. Inside the house everything but the cloud's own and what is no single machine."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if inside:
        return not (found.is_link_local or found.is_multicast or found.is_unspecified or found.is_reserved or found in OF_THE_CLOUD)
    return found.is_global and not found.is_multicast and not any(found in network for network in _never_public())


@cache
def _never_public() -> tuple[Network, ...]:
    """The networks that are none of the public web. The library keeps the list; Python's own registry (`is_global`) must agree."""
    from AntiSSRF import IPAddressRanges  # here, for it brings requests, which most starts do not need

    return tuple(ipaddress.ip_network(network) for network in (*IPAddressRanges.recommended_latest, *CARRY_IPV4))
