"""A house as processes that can be killed: a server, a worker, and perhaps a PostgreSQL of its own."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from junto.config.quality.machine import postgresql_programs
from junto.config.quality.postgresql import Cluster, as_whom

if TYPE_CHECKING:
    from benchmarks._writers import Writer

WAIT = 60.0
HERE = Path(__file__).resolve().parent.parent
IN_EARNEST = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}


class House:
    """Server and worker of one data folder and one database."""

    def __init__(self, folder: Path, database: str) -> None:
        aside = {name: value for name, value in os.environ.items() if not name.startswith(("JUNTO_", "DATABASE_"))}
        plain = {"DJANGO_SETTINGS_MODULE": "junto.config.settings", "JUNTO_LOG": "CRITICAL", "JUNTO_BACKUPS": "off"}
        self.environment = {**aside, **plain, "JUNTO_DATA": str(folder), "DATABASE_URL": database}
        self.port = _free_port()
        self.processes: dict[str, subprocess.Popen[bytes]] = {}

    def start(self) -> None:
        """Starts both, and waits until pages come."""
        self._begin("server")
        self._begin("worker")

    def kill(self, whom: str) -> None:
        """Kills one with -9 and starts it again."""
        self.processes[whom].kill()
        self.processes[whom].wait()
        self._begin(whom)

    def stop(self) -> None:
        """Ends what still runs."""
        for process in self.processes.values():
            process.terminate()
        for process in self.processes.values():
            process.wait(WAIT)
        self.processes.clear()

    def python(self, module: str, *words: str, given: str = "") -> str:
        """What a module says that runs in this house, as a process of its own."""
        command = [sys.executable, "-m", module, *words]
        done = subprocess.run(command, cwd=HERE, env=self.environment, input=given, stdout=subprocess.PIPE, text=True, check=True)
        return done.stdout.strip().splitlines()[-1]

    def found(self, writers: "list[Writer]") -> dict[str, Any]:
        """What stands of what they wrote, when all that was left to do is done."""
        told = json.dumps([writer.told() for writer in writers])
        return dict(json.loads(self.python("benchmarks._kills_found", given=told)))

    def _begin(self, whom: str) -> None:
        words = ["serve", "--without-worker", "--port", str(self.port)] if whom == "server" else ["worker"]
        self.processes[whom] = subprocess.Popen(
            [sys.executable, "-m", "junto", *words], cwd=HERE, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        if whom == "server":
            self._wait_for_pages()

    def _wait_for_pages(self) -> None:
        until = time.monotonic() + WAIT
        while time.monotonic() < until:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return
            time.sleep(0.02)
        raise RuntimeError("the server did not come back")


class Postgres(Cluster):
    """A PostgreSQL as it runs in earnest, which can be killed with all its processes."""

    @classmethod
    @contextlib.contextmanager
    def running(cls) -> Iterator["Postgres"]:
        """Runs until the block ends."""
        programs = postgresql_programs()
        if programs is None:
            raise RuntimeError("PostgreSQL is not installed.")
        with tempfile.TemporaryDirectory(prefix="junto-pg-", dir="/tmp", ignore_cleanup_errors=True) as folder:
            if os.geteuid() == 0:
                os.chown(folder, as_whom()["user"], as_whom()["group"])
            postgres = cls(programs, Path(folder))
            postgres.start(IN_EARNEST)
            try:
                yield postgres
            finally:
                postgres.stop()

    def kill(self) -> None:
        """Kills the server and all its children at once, as a machine does that loses its power, and starts it again."""
        root = int((self.folder / "data" / "postmaster.pid").read_text().splitlines()[0])
        children = Path(f"/proc/{root}/task/{root}/children").read_text().split()
        for process in [root, *map(int, children)]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self.start_in_earnest()

    def start_in_earnest(self) -> None:
        """Starts it again. It refuses to while a process of the one before still holds its memory."""
        until = time.monotonic() + WAIT
        while True:
            try:
                return self.start_again(IN_EARNEST)
            except RuntimeError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as some:
        some.bind(("127.0.0.1", 0))
        return int(some.getsockname()[1])
