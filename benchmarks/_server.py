"""Junto's own server as a process to be measured, and a database to be thrown away."""

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from benchmarks._cpu import cpu_seconds, family, memory_mb

WAIT = 120.0


@dataclass
class Measured:
    """A running server: its address, its process, and the processes of its database."""

    port: int
    process: subprocess.Popen[bytes]
    database: int | None
    connection: http.client.HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT)

    def ask(self, method: str, path: str, body: str | None = None, **headers: str) -> tuple[int, bytes, dict[str, str]]:
        """One request over one connection that stays open."""
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        return answer.status, answer.read(), dict(answer.getheaders())

    def cpu(self) -> float:
        """CPU seconds of server, worker and database so far."""
        return cpu_seconds([*family(self.process.pid), *(family(self.database) if self.database else [])])

    def memory(self) -> float:
        """MB the server and its worker hold."""
        return memory_mb(self.process.pid)


@contextlib.contextmanager
def serving(database: int | None, **environment: str) -> Iterator[Measured]:
    """Runs the server with this environment until the block ends."""
    port = free_port()
    command = [sys.executable, "-m", "junto", "serve", "--port", str(port)]
    process = subprocess.Popen(command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
    try:
        _wait_for(port, process)
        yield Measured(port, process, database)
    finally:
        process.terminate()
        process.wait(WAIT)


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.socket() as some:
        some.bind(("127.0.0.1", 0))
        return int(some.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + WAIT
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError("the server ended before it answered")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise RuntimeError("the server did not answer")


def session_cookie(reader: Any) -> str:
    """The header with which somebody is signed in."""
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(reader, backend=settings.AUTHENTICATION_BACKENDS[0])
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
