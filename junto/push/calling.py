"""Calls the browsers of a person: sealed at once, brought by the worker beside its other work, tried again for a while, then let be."""

import base64
import hashlib
import json
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from cryptography.fernet import InvalidToken
from django.conf import settings
from django.db import transaction

from junto.kit.clock import now
from junto.kit.work import later, visit
from junto.notify.means import Message
from junto.notify.models import InboxItem
from junto.people.models import Person
from junto.push.models import Device
from junto.push.telling import Told, told

log = logging.getLogger(__name__)
GOOD_FOR = timedelta(hours=4)
"""What could not be brought by then is not brought: it stands in the inbox."""
AGAIN = (60, 300, 1800, 5400)
GONE = (401, 403, 404, 410)
"""The browser takes nothing any more, or not from this house: it allowed another key."""


def call(person: Person, messages: Sequence[Message]) -> None:
    """Tells every browser of theirs. All of it is put into the queue, sealed, or nothing is."""
    devices = list(Device.objects.filter(person=person))
    texts = told(person, messages) if devices else []
    with transaction.atomic():
        for device in devices:
            for text in texts:
                _put(device, text)


def _put(device: Device, text: Told) -> None:
    from junto.push.sealed import sealed_for  # here and below, for most starts call nobody

    try:
        body = base64.b64encode(sealed_for(device.way, json.dumps(text.shown).encode())).decode()
    except InvalidToken:
        return device.end()
    until = (now() + GOOD_FOR).isoformat()
    later(deliver, person_id=device.person_id, device=device.pk, body=body, topic=_topic(text.tag), items=text.items, until=until, tries=0)


@visit
def deliver(person_id: int, device: int, body: str, topic: str, items: Sequence[int], until: str, tries: int) -> None:
    """Brings one call, unless the person has seen it meanwhile, or may no more."""
    found = Device.objects.filter(pk=device, person=person_id).first()
    if found is None or not settings.PUSH or now() > datetime.fromisoformat(until) or not _concerns(items):
        return
    status, rest = _brought(found, base64.b64decode(body), topic)
    if status in GONE:
        found.end()
    elif 200 <= status < 300:
        found.was_called()
    elif (status == 429 or status >= 500) and tries < len(AGAIN):
        at = now() + timedelta(seconds=max(AGAIN[tries], rest))
        again: dict[str, Any] = {"person_id": person_id, "device": device, "body": body, "topic": topic, "items": items, "until": until}
        later(deliver, at=at, tries=tries + 1, **again)
    else:
        log.warning("a push service said %s; the call is given up", status)


def _brought(device: Device, body: bytes, topic: str) -> tuple[int, int]:
    """What the service said. Nobody there is like being asked to come again; an address that leads inside is none."""
    from junto.kit.fetch import NotFetched
    from junto.push.delivery import bring
    from junto.push.sealed import signed_for

    headers = {"TTL": str(int(GOOD_FOR.total_seconds())), "Urgency": "normal", "Topic": topic, "Content-Encoding": "aes128gcm"}
    try:
        endpoint = device.way.endpoint
        answered = bring(endpoint, body, {**headers, "Authorization": signed_for(endpoint, device.key)})
        return answered.status, answered.rest
    except NotFetched as refused:
        return (503 if refused.may_change else 410), 0
    except InvalidToken:
        return 410, 0


def _concerns(items: Sequence[int]) -> bool:
    """Whether any of these lines still waits; a line that somebody may no longer see is gone."""
    return not items or InboxItem.objects.filter(pk__in=items).waiting().exists()


def _topic(tag: str) -> str:
    """A newer call takes the place of one its service still holds. Nothing can be read from it."""
    return base64.urlsafe_b64encode(hashlib.blake2b(tag.encode(), digest_size=24, key=settings.SECRET_KEY.encode()[:64]).digest()).decode()
