"""One example of every type, made by the same code that tells of real things, so that it cannot be out of date."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, NamedTuple

from junto.interop.models import Delivery
from junto.interop.webhooks.happening import Happening
from junto.interop.webhooks.kinds import KINDS, Kind
from junto.posts.models import Post, Thread
from junto.spaces.models import Space

AT = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
WRITTEN = "It stands at 2 bar in the evening and at 0.4 in the morning."
NOBODY: Any = SimpleNamespace(name="Ada Okafor", is_active=True)


class Example(NamedTuple):
    """A type as the list shows it."""

    kind: Kind
    payload: str


def examples() -> list[Example]:
    """All types, in the order in which they are offered."""
    return [Example(kind, json.dumps(told.payload(), ensure_ascii=False, indent=2)) for kind, told in _happenings()]


def _happenings() -> Iterator[tuple[Kind, Happening]]:
    space = Space(pk=3, name="Repairs", slug="repairs")
    for kind in KINDS.values():
        delivery = Delivery(kind=kind.name, made_at=AT)
        if kind.name.endswith(".deleted"):
            gone = {"thread": {"id": 71}} | ({"post": {"id": 212}} if kind.name.startswith("post") else {})
            yield kind, Happening(delivery, space, gone=gone)
        else:
            yield kind, Happening(delivery, space, _thread(kind), _post(kind))


def _thread(kind: Kind) -> Thread:
    is_discussion = kind.name in ("discussion.started", "reply.written")
    thread = Thread(pk=71, kind="discussion" if is_discussion else "question", title="Pump loses pressure overnight", answer_count=1)
    thread._state.fields_cache["closure"] = None  # there is a thread with this number: nothing is asked about it
    return thread


def _post(kind: Kind) -> Any:
    if not kind.post:
        return None
    post = Post(pk=212, thread_id=71, kind=kind.post, plain=WRITTEN)
    post._state.fields_cache["author"] = NOBODY
    return post
