"""Other programs that some tests start. Without one a test is skipped and says why; where everything must run (CI), it fails."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from junto.config.quality.machine import found

PATIENCE = 60


def program(*names: str) -> str:
    """The path of the first of these."""
    path = found(*names)
    if not path and os.environ.get("CI"):
        pytest.fail(f"{names[0]} is not installed, and here nothing may be left out")
    if not path:
        pytest.skip(f"{names[0]} is not installed; start.py test brings it")
    return path


def free_port() -> int:
    with socket.socket() as some:
        some.bind(("127.0.0.1", 0))
        return int(some.getsockname()[1])


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Returns when somebody listens there."""
    until = time.monotonic() + PATIENCE
    while socket.socket().connect_ex(("127.0.0.1", port)):
        assert process.poll() is None, "the program ended by itself"
        assert time.monotonic() < until, "nobody listens"
        time.sleep(0.01)


class RedisServer:
    """A Redis (or Valkey) that can be stopped and started anew at the same place."""

    def __init__(self, folder: Path) -> None:
        self.program, self.folder, self.port = program("valkey-server", "redis-server"), folder, free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        words = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        self.process = subprocess.Popen([self.program, *words], cwd=self.folder, stdout=subprocess.DEVNULL)
        wait_for(self.port, self.process)

    def stop(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait(PATIENCE)


@pytest.fixture
def redis_server(tmp_path: Path) -> Iterator[RedisServer]:
    """Runs for one test."""
    server = RedisServer(tmp_path)
    server.start()
    yield server
    server.stop()
