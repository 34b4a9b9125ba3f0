"""Mattermost: slash commands, known by their token, and our own buttons, known by what we signed.

https://developers.mattermost.com/integrate/slash-commands/, https://developers.mattermost.com/integrate/plugins/interactive-messages/
"""

import hashlib
from collections.abc import Mapping

from junto.interop.chat.asking.heard import LONGEST_TEXT, Heard, form_of, json_of, same, who, word


def heard(body: bytes, headers: Mapping[str, str], secret: str) -> Heard:
    """What was said, once the token is right. A button brings none: what it holds is looked at by whoever made it."""
    once = hashlib.sha256(body).hexdigest()
    if headers.get("Content-Type", "").startswith("application/json"):
        data = json_of(body)
        team, user = who(word(data, "team_id"), word(data, "user_id"))
        return Heard(team, user, "", once, pressed=word(data, "context", "words", longest=20_000) or "-")
    form = form_of(body)
    same(word(form, "token"), secret)
    team, user = who(word(form, "team_id"), word(form, "user_id"))
    text, to = word(form, "text", longest=LONGEST_TEXT).strip(), word(form, "response_url", longest=1000)
    return Heard(team, user, text, once, name=word(form, "user_name"), reply_to=to, answers_here=not to)
