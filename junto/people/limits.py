"""How often a door may be tried, counted by account and by network address, and what one mailbox may be sent in a day."""

import ipaddress
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest

from junto.kit.clock import now
from junto.kit.models import Tries, counted_key
from junto.kit.work.listener import listener
from junto.people.models.person import tidy_email

log = logging.getLogger("junto.security")
Limit = tuple[int, timedelta]
A_MINUTE, FIVE_MINUTES, AN_HOUR, A_DAY = timedelta(minutes=1), timedelta(minutes=5), timedelta(hours=1), timedelta(days=1)
NETWORK = 64
"""How much of an IPv6 address counts: the rest is anybody's to choose."""


@dataclass(frozen=True)
class Door:
    """What one network address, and one account, may try. A whole company may come from one address at nine in the morning."""

    by_address: Limit
    by_account: Limit | None = None
    forgives: bool = True
    """Whether a try that went through does not count; where every try sends a letter, all count."""


GUESSING = Door((60, A_MINUTE), (5, FIVE_MINUTES))
WRITING = Door((30, AN_HOUR), (5, AN_HOUR), forgives=False)
DOORS = {
    "sign-in": GUESSING,
    "invitation": Door((30, A_MINUTE), (10, FIVE_MINUTES)),
    "passkey": Door((60, A_MINUTE)),  # there is nothing to guess, and to count by account would let anybody shut anybody out
    "provider": Door((120, A_MINUTE)),
    "linking-letter": WRITING,
    "linking-link": Door((30, A_MINUTE)),
    "emergency": Door((10, A_MINUTE)),
    "second-step": GUESSING,
    "proof": GUESSING,
    "new-app": GUESSING,
    "sign-up": WRITING,
    "sign-up-link": Door((30, A_MINUTE)),
    "reset": WRITING,
    "reset-link": Door((30, A_MINUTE)),
    "new-address": WRITING,
    "address-link": Door((30, A_MINUTE)),
    "owner-link": Door((30, A_MINUTE)),
    "chat-address": WRITING,
    "chat-code": GUESSING,
    "chat-link": Door((30, A_MINUTE)),
    "personal-address": Door((60, A_MINUTE)),
    # Nobody needs one feed or calendar anew every half minute. Counted by that, and not by where it is read from.
    "personal-address-read": Door((120, AN_HOUR), forgives=False),
}


class Try:
    """One try at a door."""

    def __init__(self, door: str, address: str, account: str = "") -> None:
        limits = DOORS[door]
        self.counted = [(counted_key(door, "address", address), *limits.by_address)]
        if limits.by_account and account:
            self.counted.append((counted_key(door, "account", account), *limits.by_account))

    def count(self) -> datetime | None:
        """Counts it; says from when on it may be tried again when that was once too often."""
        for key, most, lasts in self.counted:
            until = Tries.objects.count_one(key, most, lasts)
            if until:
                return until
        return None

    def take_back(self) -> None:
        """It went through, so it was no guess."""
        Tries.objects.take_back([key for key, _most, _lasts in self.counted])


def address_of(request: HttpRequest) -> str:
    """Where a request comes from. The server has put the address a trusted proxy tells (JUNTO_PROXY) in the place of the proxy's own."""
    return str(request.META.get("REMOTE_ADDR") or "")


def network_of(address: str) -> str:
    """What is counted together: one IPv4 address, or one network of IPv6."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if found.version == 4:
        return str(found)
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network(f"{found}/{NETWORK}", strict=False))


def note(request: HttpRequest, what: str) -> None:
    """One line for whoever looks after the house: what did not go through, and a mark that is the same for the same network.

    Who it was and from where cannot be read out of it, nor any link that opens something: the door is named, not its address.
    """
    door = request.resolver_match.view_name if request.resolver_match else "no door"
    log.warning("%s at %s from %s", what, door, counted_key("log", network_of(address_of(request)))[:12])


def may_be_sent(address: str, why: str) -> bool:
    """Counts a letter to this mailbox; False when it had its fill today, whoever asked for it."""
    return Tries.objects.count_one(counted_key("letters", why, mailbox_of(address)), settings.LETTERS_A_DAY, A_DAY) is None


def mailbox_of(address: str) -> str:
    """Where letters to an address arrive: what stands behind a plus sign leads to the same mailbox."""
    name, _at, domain = (tidy_email(address) or "").rpartition("@")
    return f"{name.partition('+')[0]}@{domain}"


@listener
def forget_tries() -> None:
    """Deletes what no longer counts."""
    Tries.objects.filter(until__lte=now()).delete()
