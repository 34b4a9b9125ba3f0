"""Takes the database away for a minute, or fills the disk, while people write: what they are told, and how soon everything goes on.

python3 start.py bench outage --json                    PostgreSQL, one of our own, is stopped; seconds=60 may be given
python3 start.py bench outage disk=/mnt/small --json    SQLite on a small disk of its own (some 30 MB), which is filled
"""

import contextlib
import http.client
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks._house import House, Postgres
from benchmarks._writers import Writer
from benchmarks.kills import house, wait_for_answers, writers_of, writing

BEFORE = 20


def run(options: dict[str, str]) -> dict[str, Any]:
    """Measures on a house of its own."""
    disk, seconds = options.get("disk"), float(options.get("seconds", 60))
    with house("sqlite" if disk else "postgresql", disk) as (built, postgres):
        writers = writers_of(built)
        built.start()
        with writing(writers):
            wait_for_answers(writers, BEFORE)
            status(built, writers[0])  # the first page of a process takes longer than all others
            with stopped(postgres) if postgres else filled(Path(str(disk))):
                told = ask(built, writers[0], seconds)
            began = time.monotonic()
            wait_for_answers(writers, 1)
            back = time.monotonic() - began
            wait_for_answers(writers, BEFORE)
        built.stop()
        return {**told, "seconds_until_it_went_on": round(back, 1), **built.found(writers)}


@contextlib.contextmanager
def stopped(postgres: Postgres) -> Iterator[None]:
    """The database is away until the block ends."""
    postgres.stop()
    yield
    postgres.start_in_earnest()


@contextlib.contextmanager
def filled(disk: Path) -> Iterator[None]:
    """There is no byte left on that disk until the block ends."""
    with open(disk / "filled", "wb", buffering=0) as file:
        with contextlib.suppress(OSError):
            while file.write(bytes(4096)):
                pass
        yield
    (disk / "filled").unlink()


def ask(built: House, writer: Writer, seconds: float) -> dict[str, Any]:
    """Asks for a page again and again: what came, and how long the slowest took."""
    until, came, slowest = time.monotonic() + seconds, Counter[str](), 0.0
    while time.monotonic() < until:
        began = time.monotonic()
        came[status(built, writer)] += 1
        slowest = max(slowest, time.monotonic() - began)
        time.sleep(0.2)
    return {"pages": dict(came), "slowest_page_s": round(slowest, 1)}


def status(built: House, writer: Writer) -> str:
    """The status of one page, and whether it says when to come back."""
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", built.port, timeout=60)) as connection:
        connection.request("GET", f"/threads/{writer.thread}/", headers=writer.headers)
        answer = connection.getresponse()
        return f"{answer.status}{', Retry-After' if answer.getheader('Retry-After') else ''}"
