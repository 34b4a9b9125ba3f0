"""What stands before Django: sorts requests, reads their bodies, sets the headers every answer carries."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from tempfile import SpooledTemporaryFile
from typing import IO, Any

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
    # Where Django says nothing: styles, scripts and refusals are no pages.
    (b"content-security-policy", b"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
]
STRICT = (b"strict-transport-security", b"max-age=31536000")


LIVE = "/health/live"
"""Answered here: a house whose threads are all busy is alive, and must not be killed for it."""
TAKES_PICTURES = "/picture/"
"""How the addresses end to which a form may send a whole picture. A script sends it in pieces, elsewhere."""
TAKES_FILES = re.compile(r"/ask/|/share/|/threads/\d+/posts/|/posts/\d+/(?:comments|edit)/")
"""The addresses to which a form may send files beside its words."""
MAY_HOLD_FILES = 65_536
"""A form with fewer bytes is one of words, and need not wait while many files arrive."""


class Gone(Exception):
    """The browser left before its request was here."""


class Refused(Exception):
    """The body is too large, or did not arrive in time; carries the status."""


class Front:
    """The one ASGI application: `/stream`, `/static/…`, and Django for everything else."""

    BODY_BYTES = 1_500_000
    BODY_SECONDS = 10.0
    FILE_SECONDS = 120.0
    FILES_AT_ONCE = 16

    def __init__(
        self, pages: Bridge, statics: Statics, stream: Callable[..., Awaitable[None]], https: bool, file_bytes: int = BODY_BYTES
    ) -> None:
        """`https`: people reach Junto by https, so answers say it must stay so. `file_bytes`: the largest form with a file in it."""
        self.pages, self.statics, self.stream, self.https, self.file_bytes = pages, statics, stream, https, file_bytes
        self.files_arriving = 0
        self.headers = [*SAFE, STRICT] if https else SAFE

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        send = self._safely(send)
        if self.https:
            scope["scheme"] = "https"
        if scope["path"] == "/stream":
            await self.stream(scope, receive, send)
        elif scope["path"] == LIVE:
            await answer(send, 200, [(b"content-type", b"text/plain"), (b"cache-control", b"no-store")], b"alive\n")
        elif scope["path"].startswith(self.statics.prefix):
            await self.statics(scope, send)
        else:
            await self._page(scope, receive, send)

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        with SpooledTemporaryFile(self.BODY_BYTES) as body:
            try:
                async with self._patience(scope) as most:
                    await self._take(receive, body, most)
            except Gone:
                return
            except TimeoutError:
                await answer(send, *refusal(408, scope))
            except Refused as refused:
                await answer(send, *refusal(refused.args[0], scope))
            else:
                await self.pages(scope, body, send)

    @asynccontextmanager
    async def _patience(self, scope: Scope) -> AsyncIterator[int]:
        """How large the body may be, and an end to waiting for it. Only so many large ones at once: slow senders must not fill the disk."""
        takes_file = _takes_file(scope)
        if takes_file and self.files_arriving >= self.FILES_AT_ONCE:
            raise Refused(503)
        self.files_arriving += takes_file
        try:
            async with asyncio.timeout(self.FILE_SECONDS if takes_file else self.BODY_SECONDS):
                yield self.file_bytes if takes_file else self.BODY_BYTES
        finally:
            self.files_arriving -= takes_file

    async def _take(self, receive: Receive, body: IO[bytes], most: int) -> None:
        """The whole body. One that is too large is read to its end but not kept: a browser shows an answer only then."""
        size, more = 0, True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise Gone
            more = message.get("more_body", False)
            size += len(message["body"])
            if size <= most:
                body.write(message["body"])
        if size > most:
            raise Refused(413)

    def _safely(self, send: Send) -> Send:
        async def safely(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                named = {name for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(pair for pair in self.headers if pair[0] not in named)]
            await send(message)

        return safely


def _takes_file(scope: Scope) -> bool:
    path, head = scope["path"], dict(scope["headers"])
    if scope["method"] != "POST":
        return False
    if path.endswith(TAKES_PICTURES):
        return True
    length = head.get(b"content-length", b"")
    is_large = not length.isdigit() or int(length) >= MAY_HOLD_FILES
    is_form = head.get(b"content-type", b"").startswith(b"multipart/form-data")
    return is_form and is_large and TAKES_FILES.fullmatch(path) is not None
