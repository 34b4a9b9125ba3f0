"""What a chat brought, whatever product it is, once it is known that it comes from there."""

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

LONGEST = 120
LONGEST_TEXT = 8_000


class NotBelieved(Exception):
    """It does not come from the chat it claims to come from, is not from now, or cannot be read."""


@dataclass(frozen=True)
class Heard:
    """One command. `once` is different for every command; `at` says when it was given, where the chat tells."""

    team: str
    user: str
    text: str
    once: str
    at: float | None = None
    name: str = ""
    """What the account calls itself there: shown to whoever links it, and never believed."""
    reply_to: str = ""
    """Where answers may be sent for a while."""
    pressed: str = ""
    """What a button of ours holds."""
    answers_here: bool = True
    """Whether the answer to the request is all the chat waits for."""


def same(given: str, expected: str) -> None:
    """Raises NotBelieved unless both are the same."""
    if not expected or not hmac.compare_digest(given.encode(), expected.encode()):
        raise NotBelieved


def form_of(body: bytes) -> dict[str, str]:
    """The fields of a form, each once."""
    try:
        fields = parse_qs(body.decode(), keep_blank_values=True, max_num_fields=60)
    except ValueError as error:
        raise NotBelieved from error
    return {name: values[0][:LONGEST_TEXT] if name != "payload" else values[0] for name, values in fields.items()}


def json_of(body: bytes | str) -> dict[str, Any]:
    """An object, as JSON."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotBelieved from error
    if not isinstance(found, dict):
        raise NotBelieved
    return found


def word(data: Mapping[str, Any], *path: str, longest: int = LONGEST) -> str:
    """The word or number at that place; empty when there is none."""
    found: Any = data
    for name in path:
        found = found.get(name) if isinstance(found, dict) else None
    if isinstance(found, bool) or not isinstance(found, str | int | float):
        return ""
    return str(found).replace("\x00", "").encode(errors="ignore").decode()[:longest]


def who(team: str, user: str) -> tuple[str, str]:
    """Both, or NotBelieved: an account without a number is nobody's."""
    if not team or not user:
        raise NotBelieved
    return team, user
