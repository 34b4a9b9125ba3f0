"""What is counted while Junto runs. The processes of a machine count into files in one folder, so that any of them can tell for all."""

import os
import re
from collections import Counter as Tally
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from junto.kit.counted import fetches
from junto.kit.stream.app import hub
from junto.operating.machine import host

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)


def folder() -> Path:
    """Where the processes of this machine count. A data folder that several machines share has one for each."""
    return Path(settings.DATA) / "figures" / host()


@lru_cache(maxsize=1)
def instruments() -> "Instruments":
    """Those of this process. Nothing of it is loaded while figures are off."""
    _make_place(folder())
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder())  # read when the library is loaded
    return Instruments()


class Instruments:
    """Counters, and what a request adds to them."""

    def __init__(self) -> None:
        from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

        here = CollectorRegistry()
        self.requests = Counter("junto_requests", "Answers to requests", ["route", "status"], registry=here)
        self.seconds = Histogram("junto_request_seconds", "Time to an answer", ["route"], registry=here, buckets=BUCKETS)
        self.database = Counter("junto_request_database_seconds", "Time of it spent in the database", ["route"], registry=here)
        self.letters = Counter("junto_letters", "Letters handed to the mail server", ["outcome"], registry=here)
        self.heard = Counter("junto_stream_deliveries", "Events told to open pages", registry=here)
        self.listening = Gauge("junto_stream_clients", "Browsers that listen now", registry=here, multiprocess_mode="livesum")
        self.fetches = Counter("junto_fetches", "Times the outside web was asked for what stands at an address", ["outcome"], registry=here)
        self._told = 0
        self._fetched: Tally[str] = Tally()
        self._known: dict[tuple[str, int], Any] = {}

    def request(self, route: str, status: int, seconds: float, database: float) -> None:
        """One request was answered."""
        known = self._known.get((route, status)) or self._learn(route, status)
        answered, lasted, asked = known
        answered.inc()
        lasted.observe(seconds)
        asked.inc(database)

    def _learn(self, route: str, status: int) -> Any:
        by_status = self.requests.labels(route, f"{status // 100}xx")
        known = by_status, self.seconds.labels(route), self.database.labels(route)
        self._known[route, status] = known
        return known

    def look_around(self) -> None:
        """What this process has counted by itself: its stream, and its fetches."""
        self.listening.set(len(hub.clients))
        self.heard.inc(hub.told - self._told)
        self._told = hub.told
        for outcome, times in (fetches - self._fetched).items():
            self.fetches.labels(outcome).inc(times)
            self._fetched[outcome] += times


def forget_ended() -> None:
    """A process that ended has no open pages any more; what it counted stays counted."""
    from prometheus_client.multiprocess import mark_process_dead

    for pid in {pid for pid, _ in _files(folder()) if not _runs(pid)}:
        mark_process_dead(pid, str(folder()))


def _make_place(place: Path) -> None:
    """When nobody counts there any more, counting begins anew."""
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = list(_files(place))
    if not any(_runs(pid) for pid, _ in found):
        for _, path in found:
            path.unlink(missing_ok=True)


def _files(place: Path) -> Iterator[tuple[int, Path]]:
    for path in place.glob("*.db"):
        if number := re.search(r"_(\d+)\.db$", path.name):
            yield int(number[1]), path


def _runs(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()
