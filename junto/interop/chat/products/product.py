import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from junto.interop.chat.destination import Destination
from junto.interop.chat.message import ChatMessage


class Parcel(NamedTuple):
    """What is brought to a machine."""

    address: str
    body: bytes
    headers: Mapping[str, str]


def as_json(message: Mapping[str, Any], to: Destination) -> Parcel:
    """As most want it: the message as JSON, to an address that says where it belongs."""
    return Parcel(to.address, json.dumps(message).encode(), {"Content-Type": "application/json"})


@dataclass(frozen=True)
class Product:
    """One chat: what it is called, how it writes a message, and how that is brought."""

    name: str
    title: str
    message: Callable[[ChatMessage], dict[str, Any]]
    carried: Callable[[Mapping[str, Any], Destination], Parcel] = as_json

    def parcel(self, message: ChatMessage, to: Destination) -> Parcel:
        """The message, ready to be brought there."""
        return self.carried(self.message(message), to)
