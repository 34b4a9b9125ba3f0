"""`/stream?topics=thread:7,inbox:3&after=120`: a small ASGI app beside Django. It checks host and sign-in itself."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from http.cookies import CookieError, SimpleCookie
from importlib import import_module
from typing import Any
from urllib.parse import parse_qs

from django.conf import settings
from django.contrib.auth import get_user
from django.db import DatabaseError
from django.http import HttpRequest
from django.http.request import split_domain_port, validate_host

from junto.kit.access import may_see
from junto.kit.clock import now
from junto.kit.models import StreamEvent
from junto.kit.stream.client import MOST_BEHIND, Client
from junto.kit.stream.hub import Hub, events_after, in_thread, message
from junto.kit.stream.publish import KEPT

log = logging.getLogger(__name__)
Send = Callable[[dict[str, Any]], Awaitable[None]]
Receive = Callable[[], Awaitable[dict[str, Any]]]
MOST_TOPICS = 60
RELOAD = b"event: reload\ndata: {}\n\n"
hub = Hub()


async def stream(scope: dict[str, Any], receive: Receive, send: Send) -> None:
    """Answers one request for the stream and holds it open. While the database is away the page comes back by itself, later each time."""
    try:
        await _stream(scope, receive, send)
    except DatabaseError:
        log.exception("the stream cannot be begun without the database")
        await _refuse(send, 503)


async def _stream(scope: dict[str, Any], receive: Receive, send: Send) -> None:
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
    if scope["method"] != "GET" or not _host_is_ours(headers.get("host", "")):
        return await _refuse(send, 400)
    session = _session_key(headers.get("cookie", ""))
    person = await in_thread(lambda: signed_in(session)) if session else None
    if person is None:
        return await _refuse(send, 401)
    query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    asked = frozenset(query.get("topics", [""])[0].split(",")[:MOST_TOPICS])
    client = Client(person, session, await in_thread(lambda: _visible(asked, person)))
    after = headers.get("last-event-id") or query.get("after", [""])[0]
    await _serve(client, int(after) if after.isdecimal() and len(after) < 19 else None, receive, send)


def signed_in(session_key: str) -> int | None:
    """The number of the person whose session this is, checked as Django's middleware would (active, password unchanged)."""
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(session_key)
    request.session.cycle_key = lambda: None  # type: ignore[method-assign]  # it is only looked at: its browser would not hear of another key
    person = get_user(request)
    return person.pk if person.is_authenticated else None


def _visible(topics: frozenset[str], person: int) -> frozenset[str]:
    return frozenset(topic for topic in topics if person in may_see(topic, [person]))


async def _serve(client: Client, after: int | None, receive: Receive, send: Send) -> None:
    try:
        here = await hub.join(client)
        await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
        missed = b"" if after is None or after == here else await in_thread(lambda: _missed(client, after, here))
        await _send(send, b"retry: 2000\n\n" + missed + _here(here))
        await _until_it_ends(client, receive, send)
    except OSError:
        return
    finally:
        hub.part(client)


def _here(seq: int) -> bytes:
    """Says from where on the client hears everything. It comes back with this number, on this page or on the next one."""
    return f"id: {seq}\nevent: here\ndata: {{}}\n\n".encode()


def _missed(client: Client, after: int, here: int) -> bytes:
    """What came since the client last heard, up to `here`; a client away for longer than events are kept loads its page anew."""
    oldest = StreamEvent.objects.order_by("seq").first()
    if after and (oldest is None or oldest.seq > after + 1) and not StreamEvent.objects.filter(seq=after, at__gt=now() - KEPT).exists():
        return RELOAD
    found = events_after(after)
    if len(found) >= MOST_BEHIND:
        return RELOAD
    mine = (event for event in found if event.seq <= here and event.topic in client.topics)
    return b"".join(message(event) for event in mine if _may_hear(client, event))


def _may_hear(client: Client, event: StreamEvent) -> bool:
    return client.person in may_see(event.topic, [client.person])


async def _until_it_ends(client: Client, receive: Receive, send: Send) -> None:
    gone = asyncio.ensure_future(_gone(client, receive))
    try:
        while said := await client.next():
            await _send(send, said)
    finally:
        gone.cancel()
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _gone(client: Client, receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    client.leave()


async def _send(send: Send, body: bytes) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": True})


async def _refuse(send: Send, status: int) -> None:
    headers = [(b"content-type", b"text/plain"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


def _host_is_ours(host: str) -> bool:
    domain, _ = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)


def _session_key(header: str) -> str:
    try:
        cookie = SimpleCookie(header).get(settings.SESSION_COOKIE_NAME)
    except CookieError:
        return ""
    return cookie.value if cookie else ""


_HEADERS = [
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]
