"""Mattermost: one text in Markdown. Parameters: https://developers.mattermost.com/integrate/webhooks/incoming/#parameters"""

from typing import Any

from junto.interop.chat.message import ChatMessage, plain_in_markdown


def message(told: ChatMessage) -> dict[str, Any]:
    """The message."""
    return {"text": in_markdown(told)}


def in_markdown(told: ChatMessage) -> str:
    """What is said as a quotation, then the link; the words of the link are ours."""
    lines = [f"> {plain_in_markdown(line)}" for line in told.words]
    links = " · ".join(f"[{words}]({url})" for words, url in told.links)
    return "\n>\n".join(lines) + f"\n\n{links}"
