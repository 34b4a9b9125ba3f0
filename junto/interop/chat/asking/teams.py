"""Teams: outgoing webhooks, signed with a key of the team.

https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-outgoing-webhook
"""

import base64
import binascii
import hashlib
import hmac
import html
import re
from collections.abc import Mapping
from datetime import datetime

from junto.interop.chat.asking.heard import LONGEST_TEXT, Heard, NotBelieved, json_of, same, who, word

NAMED = re.compile(r"<at>[^<]*</at>|<[^<>]*+>")


def heard(body: bytes, headers: Mapping[str, str], secret: str) -> Heard:
    """What was said, once the signature is right."""
    try:
        key = base64.b64decode(secret, validate=True)
    except binascii.Error as error:
        raise NotBelieved from error
    expected = base64.b64encode(hmac.new(key, body, hashlib.sha256).digest()).decode()
    same(headers.get("Authorization", ""), f"HMAC {expected}")
    data = json_of(body)
    user = word(data, "from", "aadObjectId") or word(data, "from", "id")
    team, user = who(word(data, "channelData", "team", "id") or word(data, "conversation", "tenantId"), user)
    text = html.unescape(NAMED.sub(" ", word(data, "text", longest=LONGEST_TEXT))).strip()
    return Heard(team, user, text, word(data, "id") or expected, _moment(word(data, "timestamp")), name=word(data, "from", "name"))


def _moment(told: str) -> float:
    """Seven digits after the second are one more than Python reads."""
    try:
        return datetime.fromisoformat(re.sub(r"\.\d+", "", told)).timestamp()
    except (ValueError, OverflowError) as error:
        raise NotBelieved from error
