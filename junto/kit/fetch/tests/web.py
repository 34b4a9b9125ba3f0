"""A web on this machine: a real server that says what a test tells it to, byte by byte, and counts who asks."""

import gzip
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Told = bytes | Callable[[], Iterator[bytes]]


@dataclass
class Web:
    """One server. `told` maps paths to what it says, whole or in pieces."""

    server: socketserver.ThreadingTCPServer
    told: dict[str, Told] = field(default_factory=dict)
    heads: list[str] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def port(self) -> int:
        return self.server.server_address[1]

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def at(self, path: str, told: Told) -> str:
        """What it says at that path; gives the address."""
        self.told[path] = told
        return f"http://{self.host}{path}"

    def dripping(self, *pieces: bytes, then: bytes = b"x") -> Callable[[], Iterator[bytes]]:
        """The pieces, and then one more again and again without end."""

        def drip() -> Iterator[bytes]:
            yield from pieces
            while not self.ended.wait(0.02):
                yield then

        return drip


class Handler(socketserver.BaseRequestHandler):
    """Reads a head, and says what was told."""

    web: Web

    def handle(self) -> None:
        head = b""
        while b"\r\n\r\n" not in head and (piece := self.request.recv(4096)):
            head += piece
        if not head:
            return
        self.web.heads.append(head.decode())
        told = self.web.told.get(head.split(b" ")[1].decode(), answer(b"", status="404 Not Found"))
        with suppress(OSError):
            for piece in [told] if isinstance(told, bytes) else told():
                self.request.sendall(piece)


class Server(socketserver.ThreadingTCPServer):
    """Lets go at once when the test is over."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True

    def handle_error(self, request: object, client_address: object) -> None:
        """The other side hung up, as it should."""


@contextmanager
def web() -> Iterator[Web]:
    """Serves until the block ends."""
    handler = type("OfThisWeb", (Handler,), {})
    server = Server(("127.0.0.1", 0), handler)
    handler.web = made = Web(server)  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield made
    finally:
        made.ended.set()
        server.shutdown()
        server.server_close()


def answer(body: bytes, *more: str, status: str = "200 OK") -> bytes:
    """A whole answer with that body."""
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *more]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def turn(to: str, status: str = "302 Found") -> bytes:
    """An answer that leads elsewhere."""
    return answer(b"", f"Location: {to}", status=status)


def packed(body: bytes) -> bytes:
    """The same, smaller."""
    return answer(gzip.compress(body), "Content-Encoding: gzip")


PAGE_HTML = b"<!doctype html><title>How pumps lose pressure</title>"
