"""Zulip: a message of a bot, sent as https://zulip.com/api/send-message wants it."""

import base64
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode, urljoin

from junto.interop.chat.destination import Destination
from junto.interop.chat.message import ChatMessage
from junto.interop.chat.products.mattermost import in_markdown
from junto.interop.chat.products.product import Parcel

SEND = "/api/v1/messages"


def message(told: ChatMessage) -> dict[str, Any]:
    """The message; whom it goes to is put in when it is sent."""
    return {"content": in_markdown(told)}


def parcel(message: Mapping[str, Any], to: Destination) -> Parcel:
    """To a topic of a channel, or, where no topic is named, to one person by their address there."""
    whom = {"type": "stream", "to": to.to, "topic": to.topic} if to.topic else {"type": "direct", "to": json.dumps([to.to])}
    proof = base64.b64encode(to.key.encode()).decode()
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Authorization": f"Basic {proof}"}
    return Parcel(urljoin(to.address, SEND), urlencode({**whom, **message}).encode(), headers)
