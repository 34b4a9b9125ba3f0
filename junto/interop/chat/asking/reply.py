"""What a chat is answered: a few words, links, and perhaps a button. Each product is told in its own shape."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from junto.interop.chat.message import ChatMessage, full, plain_in_markdown, seen
from junto.interop.chat.products import mattermost, slack, teams
from junto.interop.models import ChatDoor
from junto.kit.text import excerpt

LONGEST_LINK = 140
LONGEST_VALUE = 2_000
"""What a button of Slack may hold."""


@dataclass(frozen=True)
class Reply:
    """`text` holds words of ours only; titles of links may be anybody's. `is_public`: the whole channel reads it."""

    text: str
    links: Sequence[tuple[str, str]] = ()
    is_public: bool = False
    again: str = ""
    """What a button to ask anyway holds."""
    message: ChatMessage | None = None
    """A whole message instead of the text."""


def shaped(reply: Reply, door: ChatDoor) -> dict[str, Any]:
    """The reply as this chat wants it."""
    return SHAPES[door.product](reply, door)


def link(title: str, path: str) -> tuple[str, str]:
    """A link as replies hold it."""
    return excerpt(seen(title), LONGEST_LINK), full(path)


def _slack(reply: Reply, door: ChatDoor) -> dict[str, Any]:
    kind = {"response_type": "in_channel" if reply.is_public else "ephemeral", "replace_original": False}
    if reply.message:
        return {**slack.message(reply.message), **kind}
    links = [f"<{url}|{slack.escaped(title)}>" for title, url in reply.links]
    blocks = [_section("plain_text", reply.text), *(_section("mrkdwn", line) for line in links)]
    if reply.again and len(reply.again) <= LONGEST_VALUE:
        label = {"type": "plain_text", "text": _("Ask anyway")}
        blocks.append({"type": "actions", "elements": [{"type": "button", "text": label, "action_id": "ask", "value": reply.again}]})
    return {"text": slack.escaped(reply.text), "blocks": blocks, **kind}


def _section(kind: str, text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": kind, "text": text}}


def _mattermost(reply: Reply, door: ChatDoor) -> dict[str, Any]:
    told: dict[str, Any] = {"text": _markdown(reply), "response_type": "in_channel" if reply.is_public else "ephemeral"}
    if reply.again:
        to = {"url": full(f"/chat/{door.token}/"), "context": {"words": reply.again}}
        told["attachments"] = [{"text": "", "actions": [{"id": "ask", "name": _("Ask anyway"), "integration": to}]}]
    return told


def _zulip(reply: Reply, door: ChatDoor) -> dict[str, Any]:
    return {"content": _markdown(reply)}


def _teams(reply: Reply, door: ChatDoor) -> dict[str, Any]:
    if reply.message:
        return teams.message(reply.message)
    lines = [{"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": reply.text}]}]
    actions = [{"type": "Action.OpenUrl", "title": title, "url": url} for title, url in reply.links]
    card = {"$schema": teams.SCHEMA, "type": "AdaptiveCard", "version": "1.4", "body": lines, "actions": actions}
    return {"type": "message", "attachments": [{"contentType": teams.CARD, "contentUrl": None, "content": card}]}


def _markdown(reply: Reply) -> str:
    if reply.message:
        return mattermost.in_markdown(reply.message)
    return "\n".join([reply.text, *(f"- [{plain_in_markdown(title)}]({url})" for title, url in reply.links)])


SHAPES: dict[str, Callable[[Reply, ChatDoor], dict[str, Any]]] = {
    "slack": _slack,
    "mattermost": _mattermost,
    "zulip": _zulip,
    "teams": _teams,
}
