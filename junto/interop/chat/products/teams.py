"""Microsoft Teams: an Adaptive Card in a message, as a workflow or an incoming webhook takes it.

What people wrote stands in runs of text, which know no Markdown. Schema: https://adaptivecards.io/schemas/adaptive-card.json
"""

from typing import Any

from junto.interop.chat.message import ChatMessage

CARD = "application/vnd.microsoft.card.adaptive"
SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"


def message(told: ChatMessage) -> dict[str, Any]:
    """The message with its one card."""
    return {"type": "message", "attachments": [{"contentType": CARD, "contentUrl": None, "content": card(told)}]}


def card(told: ChatMessage) -> dict[str, Any]:
    """The card alone; Teams makes its own notification of its first words."""
    lines = [
        _line(told.head, isSubtle=True),
        _line(told.title, weight="Bolder"),
        _line(told.excerpt),
        _line(told.foot, isSubtle=True, size="Small"),
    ]
    return {
        "$schema": SCHEMA,
        "type": "AdaptiveCard",
        "version": "1.4",
        "body": [line for line in lines if line["inlines"][0]["text"]],
        "actions": [{"type": "Action.OpenUrl", "title": words, "url": url} for words, url in told.links],
    }


def _line(text: str, **look: Any) -> dict[str, Any]:
    return {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": text, **look}]}
