"""What stands before Django: sorts requests, reads their bodies, sets the headers every answer carries."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from junto.config.serving.bridge import Bridge
from junto.config.serving.refusals import refusal
from junto.config.serving.statics import Statics, answer

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
SAFE = [
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
]
STRICT = (b"strict-transport-security", b"max-age=31536000")


class Gone(Exception):
    """The browser left before its request was here."""


class Refused(Exception):
    """The body is too large, or did not arrive in time; carries the status."""


class Front:
    """The one ASGI application: `/stream`, `/static/…`, and Django for everything else."""

    BODY_BYTES = 1_500_000
    BODY_SECONDS = 10.0

    def __init__(self, pages: Bridge, statics: Statics, stream: Callable[..., Awaitable[None]], https: bool) -> None:
        """`https`: people reach Junto by https, so answers say it must stay so."""
        self.pages, self.statics, self.stream, self.https = pages, statics, stream, https
        self.headers = [*SAFE, STRICT] if https else SAFE

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        send = self._safely(send)
        if self.https:
            scope["scheme"] = "https"
        if scope["path"] == "/stream":
            await self.stream(scope, receive, send)
        elif scope["path"].startswith(self.statics.prefix):
            await self.statics(scope, send)
        else:
            await self._page(scope, receive, send)

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            async with asyncio.timeout(self.BODY_SECONDS):
                body = await self._body(receive)
        except Gone:
            return
        except TimeoutError:
            await answer(send, *refusal(408, scope))
        except Refused as refused:
            await answer(send, *refusal(refused.args[0], scope))
        else:
            await self.pages(scope, body, send)

    async def _body(self, receive: Receive) -> bytes:
        """The whole body. One that is too large is read to its end but not kept: a browser shows an answer only then."""
        parts, size, more = [], 0, True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise Gone
            more = message.get("more_body", False)
            size += len(message["body"])
            if size <= self.BODY_BYTES:
                parts.append(message["body"])
        if size > self.BODY_BYTES:
            raise Refused(413)
        return b"".join(parts)

    def _safely(self, send: Send) -> Send:
        async def safely(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                named = {name for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(pair for pair in self.headers if pair[0] not in named)]
            await send(message)

        return safely
