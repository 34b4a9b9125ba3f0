"""Slack: blocks. What people wrote stands in plain text, in which Slack looks for nothing.

Limits of blocks: https://docs.slack.dev/reference/block-kit/blocks; escaping: https://docs.slack.dev/messaging/formatting-message-text
"""

from typing import Any

from junto.interop.chat.message import ChatMessage


def message(told: ChatMessage) -> dict[str, Any]:
    """The message; `text` is what a notification shows."""
    links = [{"type": "mrkdwn", "text": f"<{url}|{escaped(words)}>", "verbatim": True} for words, url in told.links]
    blocks = [*(_section(line) for line in told.words), {"type": "context", "elements": links}]
    return {"text": escaped(" – ".join(told.words)), "blocks": blocks, "unfurl_links": False, "unfurl_media": False}


def escaped(text: str) -> str:
    """Slack's own escaping: without these three nothing can be mentioned or linked."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _section(line: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "plain_text", "text": line, "emoji": False}}
