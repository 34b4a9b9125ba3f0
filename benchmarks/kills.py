"""Kills server, worker and database at random moments while people write, and counts what was lost, what happened twice, what is broken.

    python3 start.py bench kills --json                          20 kills, on SQLite
    python3 start.py bench kills database=postgresql --json      15 kills, five of them of PostgreSQL itself

Everybody is reached as people reach it: over HTTP, by a server and a worker of their own, each a process that is killed with -9 and started
again. What was answered with a redirect was acknowledged. At the end everything that was put off is done, and every row is looked at.
PostgreSQL is one of our own, set as it should be in earnest (fsync and synchronous_commit on). `rounds=` and `seed=` may be given.
"""

import contextlib
import json
import random
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks._house import House, Postgres
from benchmarks._writers import Writer

ROUNDS = {"sqlite": 20, "postgresql": 15}
PEOPLE = 4
FEWEST, MOST = 3, 25
"""How many answers are acknowledged between two kills."""
PATIENCE = 120.0


def run(options: dict[str, str]) -> dict[str, Any]:
    """Makes a house, lets people write in it, kills, and looks at what stands."""
    vendor = options.get("database", "sqlite")
    rounds, seed = int(options.get("rounds", ROUNDS[vendor])), int(options.get("seed", 7))
    with house(vendor) as (built, postgres):
        began = time.monotonic()
        writers = writers_of(built)
        killed = kill(built, postgres, writers, rounds, random.Random(seed))
        found = built.found(writers)
        return {"database": vendor, "killed": killed, "seconds": round(time.monotonic() - began), **found}


def writers_of(built: House) -> list[Writer]:
    """The people of that house, who are not there before."""
    return [Writer(built, **person) for person in json.loads(built.python("benchmarks._kills_people", str(PEOPLE)))]


@contextlib.contextmanager
def house(vendor: str, disk: str | None = None) -> Iterator[tuple[House, Postgres | None]]:
    """A house in a folder of its own (on that disk), and the database server it stands on."""
    with tempfile.TemporaryDirectory(prefix="junto-kills-", dir=disk) as folder, contextlib.ExitStack() as stack:
        postgres = stack.enter_context(Postgres.running()) if vendor == "postgresql" else None
        built = House(Path(folder), postgres.url if postgres else "")
        stack.callback(built.stop)
        yield built, postgres


def kill(built: House, postgres: Postgres | None, writers: list[Writer], rounds: int, chance: random.Random) -> dict[str, int]:
    """Kills one process after the other while everybody writes; says how often which."""
    killed: dict[str, int] = {}
    built.start()
    with writing(writers):
        for number in range(rounds):
            wait_for_answers(writers, chance.randint(FEWEST, MOST))
            time.sleep(chance.uniform(0, 0.1))
            whom = ["server", "worker", "postgresql"][number % (3 if postgres else 2)]
            postgres.kill() if postgres and whom == "postgresql" else built.kill(whom)
            killed[whom] = killed.get(whom, 0) + 1
        wait_for_answers(writers, FEWEST)
    built.stop()
    return killed


def wait_for_answers(writers: list[Writer], more: int) -> None:
    """Until so many more were acknowledged: after each kill everything goes on by itself."""
    until, wanted = time.monotonic() + PATIENCE, sum(len(writer.acknowledged) for writer in writers) + more
    while sum(len(writer.acknowledged) for writer in writers) < wanted:
        if time.monotonic() > until:
            raise RuntimeError("nobody could write any more")
        time.sleep(0.01)


@contextlib.contextmanager
def writing(writers: list[Writer]) -> Iterator[None]:
    """Everybody writes until the block ends."""
    stop = threading.Event()
    threads = [threading.Thread(target=writer.write, args=[stop]) for writer in writers]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()
