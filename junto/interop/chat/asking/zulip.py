"""Zulip: outgoing webhooks, known by their token: https://zulip.com/api/outgoing-webhooks"""

import re
from collections.abc import Mapping

from junto.interop.chat.asking.heard import LONGEST_TEXT, Heard, NotBelieved, json_of, same, who, word

TO_THE_BOT = re.compile(r"^\s*@\*\*[^*]*\*\*")


def heard(body: bytes, headers: Mapping[str, str], secret: str) -> Heard:
    """What was said, once the token is right."""
    data = json_of(body)
    same(word(data, "token"), secret)
    team, user = who(word(data, "message", "sender_realm_str") or "-", word(data, "message", "sender_id"))
    moment = word(data, "message", "timestamp")
    if not moment.isdecimal():
        raise NotBelieved
    text = TO_THE_BOT.sub("", word(data, "data", longest=LONGEST_TEXT)).strip()
    return Heard(team, user, text, word(data, "message", "id"), float(moment), name=word(data, "message", "sender_full_name"))
