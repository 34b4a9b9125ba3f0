"""Answers requests with Django, in a few threads that never wait for anybody's network."""

import asyncio
import io
import os
import sys
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from urllib.parse import unquote_to_bytes

from junto.config.serving.request_numbers import given_number
from junto.kit.request_number import IN_ENVIRON

Scope = dict[str, Any]
Send = Callable[[dict[str, Any]], Awaitable[None]]
CHUNK = 65_536
IN_MEMORY = 1_000_000


class OpenFile:
    """What a view hands over to be sent as it is (`wsgi.file_wrapper`): keeps a handle of its own,

    so that Django may close its side, and give its database connection back, in the thread that opened it.
    """

    def __init__(self, file: IO[bytes], chunk: int = CHUNK) -> None:
        self.close = getattr(file, "close", lambda: None)
        self.copy = _own_handle(file)

    def __iter__(self) -> Iterable[bytes]:
        return iter(lambda: self.copy.read(CHUNK), b"")


@dataclass
class Answer:
    """A whole answer: head, and a body in memory or in a file."""

    status: int = 500
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: bytes = b""
    file: IO[bytes] | None = None

    def start(self, status: str, headers: list[tuple[str, str]], problem: Any = None) -> Callable[[bytes], None]:
        """WSGI's `start_response`."""
        self.status = int(status[:3])
        self.headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        return _no_writing


class Bridge:
    """Calls a WSGI application with bodies that are already here and takes its whole answer before sending a byte.

    So a thread works only while Django works: half-sent requests and slow readers cost a connection, not a thread.
    """

    def __init__(self, application: Callable[..., Iterable[bytes]], threads: int) -> None:
        self.application = application
        self.threads = ThreadPoolExecutor(threads, "page")

    async def __call__(self, scope: Scope, body: IO[bytes], send: Send) -> None:
        """Answers one request."""
        answer = await asyncio.get_running_loop().run_in_executor(self.threads, self._ask, environ(scope, body))
        await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
        if answer.file:
            await _send_file(answer.file, send)
        else:
            await send({"type": "http.response.body", "body": answer.body})

    def _ask(self, asked: dict[str, Any]) -> Answer:
        answer = Answer()
        result = self.application(asked, answer.start)
        try:
            _take_body(answer, result)
        finally:
            getattr(result, "close", lambda: None)()
        return answer


def environ(scope: Scope, body: IO[bytes]) -> dict[str, Any]:
    """The request as WSGI (PEP 3333) describes it."""
    length = body.seek(0, io.SEEK_END)
    body.seek(0)
    host, port = scope.get("server") or ("localhost", 80)
    result = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": host,
        "SERVER_PORT": str(port or 0),
        "REMOTE_ADDR": (scope.get("client") or ("", 0))[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        "wsgi.file_wrapper": OpenFile,
        IN_ENVIRON: given_number(scope),
    }
    _add_headers(result, scope["headers"])
    result["CONTENT_LENGTH"] = str(length)
    return result


def _add_headers(environ: dict[str, Any], headers: Iterable[tuple[bytes, bytes]]) -> None:
    for name, value in headers:
        # A header X_A would be taken for X-A: that is how a proxy's word could be forged.
        if b"_" in name:
            continue
        key = name.decode("latin-1").upper().replace("-", "_")
        key = key if key == "CONTENT_TYPE" else f"HTTP_{key}"
        text = value.decode("latin-1")
        if key in environ:
            text = f"{environ[key]}{'; ' if key == 'HTTP_COOKIE' else ','}{text}"
        environ[key] = text


def _take_body(answer: Answer, result: Iterable[bytes]) -> None:
    if isinstance(result, OpenFile):
        answer.file = result.copy
    elif getattr(result, "streaming", False):
        _spool(answer, result)
    else:
        answer.body = b"".join(result)


def _spool(answer: Answer, chunks: Iterable[bytes]) -> None:
    """A long answer is written aside whole, in this one thread: its queries and their connection belong together."""
    aside: IO[bytes] = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 it is closed when it has been sent
    for chunk in chunks:
        aside.write(chunk)
    size = aside.tell()
    aside.seek(0)
    answer.file = aside
    if all(name != b"content-length" for name, _ in answer.headers):
        answer.headers.append((b"content-length", str(size).encode()))


async def _send_file(file: IO[bytes], send: Send) -> None:
    with file:
        while chunk := await asyncio.to_thread(file.read, CHUNK):
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


def _own_handle(file: IO[bytes]) -> IO[bytes]:
    try:
        handle = os.dup(file.fileno())
    except OSError:
        return io.BytesIO(file.read())
    copy = os.fdopen(handle, "rb")
    copy.seek(file.tell())
    return copy


def _no_writing(data: bytes) -> None:
    raise NotImplementedError("Django hands over its answer as an iterable.")
