"""Slack: slash commands, shortcuts on a message, and our own buttons.

Signed as https://docs.slack.dev/authentication/verifying-requests-from-slack says.
"""

import hashlib
import hmac
import html
import re
from collections.abc import Mapping
from typing import Any

from junto.interop.chat.asking.heard import LONGEST_TEXT, Heard, NotBelieved, form_of, json_of, same, who, word

MARKED = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")


def heard(body: bytes, headers: Mapping[str, str], secret: str) -> Heard:
    """What was said, once the signature is right."""
    moment, given = headers.get("X-Slack-Request-Timestamp", ""), headers.get("X-Slack-Signature", "")
    expected = hmac.new(secret.encode(), b":".join((b"v0", moment.encode(), body)), hashlib.sha256).hexdigest()
    same(given, f"v0={expected}")
    if not moment.isdecimal():
        raise NotBelieved
    form = form_of(body)
    told = _pressed(json_of(form["payload"])) if "payload" in form else _command(form)
    return Heard(**told, once=given, at=float(moment[:15]))


def _command(form: dict[str, str]) -> dict[str, Any]:
    team, user = who(word(form, "team_id"), word(form, "user_id"))
    text, name, to = plain(word(form, "text", longest=LONGEST_TEXT)), word(form, "user_name"), word(form, "response_url", longest=1000)
    return {"team": team, "user": user, "text": text, "name": name, "reply_to": to, "answers_here": not to}


def _pressed(payload: dict[str, Any]) -> dict[str, Any]:
    """A shortcut on a message asks what the message says; a button says what it was given."""
    team, user = who(word(payload, "team", "id"), word(payload, "user", "id"))
    to = word(payload, "response_url", longest=1000)
    actions = payload.get("actions")
    first = actions[0] if isinstance(actions, list) and actions and isinstance(actions[0], dict) else {}
    told = {"team": team, "user": user, "reply_to": to, "answers_here": not to, "name": word(payload, "user", "name")}
    text = plain(word(payload, "message", "text", longest=LONGEST_TEXT))
    return {**told, "text": text, "pressed": word(first, "value", longest=2000)}


def plain(text: str) -> str:
    """Slack's marks as words: links with their address, people and channels by their names."""
    return html.unescape(MARKED.sub(_named, text)).strip()


def _named(mark: "re.Match[str]") -> str:
    what, label = mark[1], mark[2] or ""
    if what.startswith(("@", "#", "!")):
        return label or what[1:]
    return f"{label} ({what})" if label and label != what else what
