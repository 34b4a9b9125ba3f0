"""What a browser is told when something concerns its person: what its system shows, and what of it is no news any more."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from junto.design.links import url
from junto.notify.inbox import how_much_waits
from junto.notify.means import Message
from junto.notify.models import InboxItem
from junto.people.models import Person

MOST = 3
LONGEST = 200


@dataclass(frozen=True)
class Told:
    """One message of the system. One with the same tag takes its place."""

    tag: str
    items: list[int]
    shown: dict[str, Any]


def told(person: Person, messages: Sequence[Message]) -> list[Told]:
    """One for each thing; many at once are one that leads to the inbox."""
    language = person.language or settings.LANGUAGE_CODE
    around = {"waits": how_much_waits(person), "tags": tags_waiting(person), "lang": language}
    with override(language):
        if len(messages) > MOST:
            return [_many(messages, around)]
        return [_one(message, around) for message in messages]


def tags_waiting(person: Person) -> list[str]:
    """The tags of what still waits for this person; the system's other messages of ours may go."""
    rows = InboxItem.objects.of(person).waiting().order_by("-at").values_list("pk", "thread_id")[:100]
    return sorted({tag_of(item, thread) for item, thread in rows})


def tag_of(item: int, thread: int | None) -> str:
    """One message for each thread; what is about none has one of its own."""
    return f"thread-{thread}" if thread else f"line-{item}"


def _one(message: Message, around: dict[str, Any]) -> Told:
    tag = tag_of(message.item_id, message.thread_id)
    said = {"title": message.says[:LONGEST], "body": message.title[:LONGEST], "url": message.url, "at": message.at.isoformat()}
    seen = {"seen": url("notify:seen", message.item_id), "seen_says": _("Seen")}
    return Told(tag, [message.item_id], {"tag": tag, **said, **seen, **around})


def _many(messages: Sequence[Message], around: dict[str, Any]) -> Told:
    count = len(messages)
    title = ngettext("%(count)d thing concerns you", "%(count)d things concern you", count) % {"count": count}
    body = "\n".join(message.says[:80] for message in messages[:MOST])
    shown = {"tag": "inbox", "title": title, "body": body, "url": url("notify:inbox"), "at": max(m.at for m in messages).isoformat()}
    return Told("inbox", [message.item_id for message in messages], {**shown, **around})
