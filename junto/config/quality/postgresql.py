"""A PostgreSQL of our own for one test run: made in a folder aside, thrown away at the end."""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from junto.config.quality.machine import postgresql_programs

# Nothing of it has to survive, so it need not wait for the disk.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "jit": "off",  # takes longer to begin than any question of a test
    "max_connections": "200",
    "shared_buffers": "128MB",
}
ACCOUNT = "postgres"


class Cluster:
    """One server with its data, reached by a socket in its own folder."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self.programs, self.folder = programs, folder

    @property
    def url(self) -> str:
        """For DATABASE_URL. The role may make databases and nothing more, as a careful operator would have it."""
        return f"postgresql://junto@/junto?host={self.folder}"

    def start(self, settings: dict[str, str] | None = None) -> None:
        """Makes the data folder and starts the server, with other settings than ours where they are given."""
        self._run("initdb", "-U", ACCOUNT, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "-D", self.folder / "data")
        self.start_again(settings)
        self._sql("CREATE ROLE junto LOGIN CREATEDB")
        self._sql("CREATE DATABASE junto OWNER junto")

    def start_again(self, settings: dict[str, str] | None = None) -> None:
        """Starts the server on the data that is there."""
        wanted = {**SETTINGS, "unix_socket_directories": str(self.folder), **(settings or {})}
        options = " ".join(f"-c {name}={value!r}" for name, value in wanted.items())
        self._run("pg_ctl", "start", "-w", "-D", self.folder / "data", "-l", self.folder / "log", "-o", options)

    def stop(self) -> None:
        """Stops at once; nothing is kept."""
        with contextlib.suppress(RuntimeError):
            self._run("pg_ctl", "stop", "-m", "immediate", "-D", self.folder / "data")

    def _sql(self, statement: str) -> None:
        self._run("psql", "-q", "-h", self.folder, "-U", ACCOUNT, "-c", statement)

    def _run(self, program: str, *words: str | Path) -> None:
        done = subprocess.run([self.programs / program, *words], cwd=self.folder, capture_output=True, text=True, **as_whom())
        if done.returncode:
            raise RuntimeError(f"{program} did not work: {done.stdout}{done.stderr}")


@contextlib.contextmanager
def throw_away_cluster() -> Iterator[str]:
    """Runs a PostgreSQL while the block runs; gives the DATABASE_URL for it."""
    programs = postgresql_programs()
    if programs is None:
        raise RuntimeError("PostgreSQL is not installed.")
    # The path of a socket may have 107 bytes: not every TMPDIR is short enough.
    folder = Path(tempfile.mkdtemp(prefix="junto-pg-", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(folder, ACCOUNT)
    cluster = Cluster(programs, folder)
    try:
        cluster.start()
        yield cluster.url
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


def as_whom() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: then its own account does it."""
    if os.geteuid() != 0:
        return {}
    account = pwd.getpwnam(ACCOUNT)
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
