"""Sends the files pages are made of (styles, scripts, fonts, pictures) from memory: they are few, small and never change."""

import gzip
import mimetypes
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from time import monotonic
from typing import Any

from django.contrib.staticfiles.finders import get_finders

Send = Callable[[dict[str, Any]], Awaitable[None]]
HASHED = re.compile(r"\.[0-9a-f]{12}\.[^/.]+$")
SQUEEZED = {".css", ".js", ".mjs", ".svg", ".json", ".webmanifest", ".txt"}
WORTH_SQUEEZING = 500


@dataclass
class Asset:
    """One file, ready to send."""

    body: bytes
    headers: list[tuple[bytes, bytes]]
    etag: bytes


class Statics:
    """Files found by their name in the address; each is read when first asked for."""

    LOOK_AGAIN = 1.0

    def __init__(self, find: Callable[[], dict[str, Path]], prefix: str) -> None:
        """`find` gives the files by their names; it is asked again when one is missing: a newer release may have brought more."""
        self.prefix = prefix
        self._find, self._paths, self._looked = find, find(), monotonic()
        self._assets: dict[tuple[str, bool], Asset] = {}

    async def __call__(self, scope: dict[str, Any], send: Send) -> None:
        """Answers GET and HEAD; with 304 when the browser has it already."""
        headers = dict(scope["headers"])
        asset = self._asset(scope["path"].removeprefix(self.prefix), b"gzip" in headers.get(b"accept-encoding", b""))
        if scope["method"] not in ("GET", "HEAD"):
            await answer(send, 405, [(b"allow", b"GET, HEAD")])
        elif asset is None:
            await answer(send, 404, [(b"content-type", b"text/plain")], b"Not found")
        elif asset.etag in headers.get(b"if-none-match", b""):
            await answer(send, 304, asset.headers)
        else:
            await answer(send, 200, [*asset.headers, (b"content-length", b"%d" % len(asset.body))], asset.body)

    def _asset(self, name: str, squeezed: bool) -> Asset | None:
        key = (name, squeezed)
        if key not in self._assets and self._has(name):
            self._assets[key] = read(self._paths[name], squeezed)
        return self._assets.get(key)

    def _has(self, name: str) -> bool:
        if name not in self._paths and HASHED.search(name) and monotonic() - self._looked > self.LOOK_AGAIN:
            self._paths, self._looked = self._find(), monotonic()
        return name in self._paths


def collected(folder: Path) -> dict[str, Path]:
    """The files `collectstatic` gathered, hashed names and all, those of other releases included (a folder each, beside this one).

    Before it ever ran, as in tests, the files where they were written.
    """
    if not folder.is_dir():
        return {name: Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list([])}
    releases = [*(other for other in folder.parent.iterdir() if other != folder), folder]
    return {str(path.relative_to(release)): path for release in releases for path in release.rglob("*") if path.is_file()}


def read(path: Path, squeezed: bool) -> Asset:
    """The file with its headers: for ever when its name carries its hash, asked for anew otherwise."""
    body = path.read_bytes()
    etag = b'"%s"' % blake2b(body, digest_size=9).hexdigest().encode()
    headers = [
        (b"content-type", _kind(path)),
        (b"cache-control", b"public, max-age=31536000, immutable" if HASHED.search(path.name) else b"public, no-cache"),
        (b"etag", etag),
    ]
    if path.suffix in SQUEEZED and len(body) >= WORTH_SQUEEZING:
        headers.append((b"vary", b"accept-encoding"))
        if squeezed:
            body = gzip.compress(body, 9, mtime=0)
            headers.append((b"content-encoding", b"gzip"))
    return Asset(body, headers, etag)


async def answer(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes = b"") -> None:
    """A whole answer at once."""
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _kind(path: Path) -> bytes:
    kind = {".mjs": "text/javascript", ".js": "text/javascript", ".woff2": "font/woff2", ".webmanifest": "application/manifest+json"}
    found = kind.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return (found + "; charset=utf-8" if found.startswith("text/") else found).encode()
