"""What stands in tables and on the disk, asked for when somebody looks, and not more often than every few seconds."""

import os
import platform
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import Sum

from junto.kit.models import File
from junto.operating.checks import disk
from junto.operating.checks.work import Queue, queue
from junto.operating.machine import host
from junto.operating.models import Process
from junto.operating.remembered import Remembered
from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.spaces.models import Space

QUEUE = {
    "waiting": "Pieces of work that are due, or are tried again later",
    "failing": "Those of them that failed at least once",
    "dead": "Pieces of work given up after many tries, and not set aside",
    "oldest_seconds": "For how long the oldest has been due that was not tried yet",
}
COUNTED = {"people": Person, "spaces": Space, "threads": Thread, "posts": Post}


@dataclass
class Standing:
    """What was found; without a database everything but `up` is empty."""

    up: bool = False
    queue: dict[str, Queue] = field(default_factory=dict)
    processes: dict[str, int] = field(default_factory=dict)
    pids: tuple[int, ...] = ()


def look() -> Standing:
    """The queue and who is there."""
    try:
        there = list(Process.objects.here())
        processes = {"serves": sum(one.serves for one in there), "works": sum(one.works for one in there)}
        pids = tuple({os.getpid(), *(one.pid for one in there if one.host == host())})
        return Standing(True, queue(), processes, pids)
    except DatabaseError:
        return Standing(pids=(os.getpid(),))


def count() -> dict[str, int]:
    """How much there is of everything; the bytes are those of ready files."""
    with suppress(DatabaseError):
        held = File.objects.aggregate(bytes=Sum("size"))["bytes"] or 0
        return {**{name: model._base_manager.count() for name, model in COUNTED.items()}, "file_bytes": held}
    return {}


standing = Remembered(look, fresh=5.0, patience=60.0, meanwhile=Standing())
NOTHING_COUNTED: dict[str, int] = {}
counts = Remembered(count, fresh=60.0, patience=600.0, meanwhile=NOTHING_COUNTED)


class StandingFigures:
    """The same as Prometheus reads it."""

    def collect(self) -> Iterator[Any]:
        """Families of figures."""
        from prometheus_client.core import GaugeMetricFamily as Gauge

        found = standing.now()
        yield Gauge("junto_database_up", "Whether the database answers", float(found.up))
        yield from _by("junto_processes", "Processes on all machines", "does", found.processes)
        for name, said in QUEUE.items():
            yield from _by(f"junto_work_{name}", said, "listener", {of: getattr(queue, name) for of, queue in found.queue.items()})
        for name, value in counts.now().items():
            yield Gauge(f"junto_{name}", f"How many there are: {name}", value)
        yield Gauge("junto_disk_free_bytes", "Room on the disk of the data folder", disk.room().free)
        yield _version()
        yield from _costs(found.pids)


def _by(name: str, said: str, label: str, values: dict[str, Any]) -> Iterator[Any]:
    from prometheus_client.core import GaugeMetricFamily

    family = GaugeMetricFamily(name, said, labels=[label])
    for key, value in values.items():
        family.add_metric([key], value)
    yield family


def _version() -> Any:
    from prometheus_client.core import InfoMetricFamily

    database = f"{connection.vendor} {'.'.join(map(str, connection.get_database_version()))}" if standing.now().up else connection.vendor
    return InfoMetricFamily("junto", "What runs", {**settings.VERSIONS, "python": platform.python_version(), "database": database})


def _costs(pids: tuple[int, ...]) -> Iterator[Any]:
    """Memory and time of each process on this machine; a number of its own for each, because sums would leap when one ends."""
    from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily

    memory = GaugeMetricFamily("junto_process_memory_bytes", "Memory that is held", labels=["pid"])
    seconds = CounterMetricFamily("junto_process_cpu_seconds", "Computing time", labels=["pid"])
    for pid in pids:
        with suppress(OSError):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            memory.add_metric([str(pid)], int(fields[21]) * os.sysconf("SC_PAGE_SIZE"))
            seconds.add_metric([str(pid)], (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"))
    yield from (memory, seconds)
