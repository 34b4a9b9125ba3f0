"""What a page costs: CPU milliseconds a request of all processes, the database included, beside a floor in the same run.

2,000 people, 2,000 threads, 40,000 posts of about 120 words, one thread of 200; 16 signed-in people ask in turn.
The floor is the same bytes from the same server behind Django's session and authentication middleware only. Page and floor take turns,
a block of requests each, because a machine that others use as well is quicker now and slower then; the median block counts.
Runs on a database of its own: a SQLite file aside or, with DATABASE_URL, a new database on that server, dropped at the end.
"""

import random
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmarks._aside import is_aside, run_aside
from benchmarks._cpu import parent
from benchmarks._server import Measured, serving, session_cookie

ROUNDS = 320
BLOCK = 20
WARM = 48


def run(options: dict[str, str]) -> dict[str, Any]:
    """Measures on a database aside, in a process of its own, because settings are read once."""
    if is_aside():
        return _measure(int(options.get("rounds", ROUNDS)))
    return run_aside("pages", options)


def _measure(rounds: int) -> dict[str, Any]:
    from django.db import connection

    from benchmarks._community import ready

    readers = ready()
    cookies = [session_cookie(reader) for reader in readers]
    with tempfile.TemporaryDirectory(prefix="junto-bench-bytes-") as kept:
        found: dict[str, Any] = {"database": connection.vendor}
        floor_settings = {"DJANGO_SETTINGS_MODULE": "benchmarks._floor.settings", "JUNTO_BENCH_BYTES": kept}
        process = database_process(connection)
        with serving(process) as junto, serving(process, **floor_settings) as floor:
            pages = _pages(junto, floor, cookies, rounds, Path(kept))
            found["memory_mb"] = junto.memory()
    for name, queries in _queries(readers[0]).items():
        pages[name]["queries"] = queries
    return {**found, **pages}


def database_process(connection: Any) -> int | None:
    """The database server, when it is a process of its own on this machine."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return parent(cursor.fetchone()[0]) or None


def _pages(junto: Measured, floor: Measured, cookies: list[str], rounds: int, kept: Path) -> dict[str, dict[str, Any]]:
    paths = _paths()
    found = {}
    for name in ("thread", "space", "home", "search", "reply"):
        member = cookies[-1]  # the first reader hosts every space, the others see what most people see
        body = junto.ask("GET", paths[name][0], Cookie=member)[1] if name != "reply" else b""
        (kept / name).write_bytes(body)
        plain = Timed(floor, _asking(floor, cookies, cycle([f"/{name}/"])))
        if name == "reply":
            page = Timed(junto, _replying(junto, cookies, cycle(paths["thread"])), _until_nothing_waits)
        else:
            page = Timed(junto, _asking(junto, cookies, cycle(paths[name])))
        in_turns(page, plain, rounds)
        ratio = statistics.median(one / other for one, other in zip(page.cpu, plain.cpu, strict=True))
        found[name] = {**page.figures(), "floor_ratio": round(ratio, 2), "bytes": len(body)}
        if name == "thread":
            found["floor"] = {**plain.figures(), "floor_ratio": 1.0, "queries": 2, "bytes": len(body)}
    return found


def _paths() -> dict[str, list[str]]:
    from benchmarks._community import newest_paths

    return newest_paths(threads=40)


def _asking(server: Measured, cookies: list[str], paths: Iterator[str]) -> Callable[[int], None]:
    def ask(n: int) -> None:
        path = next(paths)
        status = server.ask("GET", path, Cookie=cookies[n % len(cookies)])[0]
        if status != 200:
            raise RuntimeError(f"{path} answered {status}")

    return ask


def _replying(server: Measured, cookies: list[str], paths: Iterator[str]) -> Callable[[int], None]:
    from benchmarks._community import Vocabulary

    words = Vocabulary(random.Random(7))
    keys = {cookie: _csrf(server, cookie, next(paths)) for cookie in cookies}

    def reply(n: int) -> None:
        cookie = cookies[n % len(cookies)]
        token, secret = keys[cookie]
        body = urlencode({"text": f"{n} {words.text()}", "csrfmiddlewaretoken": token})
        headers = {"Cookie": f"{cookie}; {secret}", "Content-Type": "application/x-www-form-urlencoded"}
        status = server.ask("POST", f"{next(paths)}posts/", body, **headers)[0]
        if status != 302:
            raise RuntimeError(f"a reply was answered {status}")

    return reply


def _csrf(server: Measured, cookie: str, path: str) -> tuple[str, str]:
    _, body, headers = server.ask("GET", path, Cookie=cookie)
    token = re.search(rb'csrfmiddlewaretoken" value="([^"]+)', body) or re.search(rb'csrf-token" content="([^"]+)', body)
    secret = re.search(r"csrftoken=[^;]+", headers.get("Set-Cookie", "") or headers.get("set-cookie", ""))
    if token is None or secret is None:
        raise RuntimeError("the page holds no token to write with")
    return token.group(1).decode(), secret.group()


def _until_nothing_waits() -> None:
    from junto.kit.models import Work

    until = time.monotonic() + 120
    while Work.objects.waiting().exists():
        if time.monotonic() > until:
            raise RuntimeError("the worker does not come to an end")
        time.sleep(0.05)


class Timed:
    """One kind of request: CPU a request, block by block, and how long each one waited."""

    def __init__(self, server: Measured, ask: Callable[[int], None], settle: Callable[[], None] = lambda: None) -> None:
        self.server, self.ask, self.settle = server, ask, settle
        self.cpu: list[float] = []
        self.waits: list[float] = []
        self.asked = 0

    def warm(self) -> None:
        """Asks until everything is where it will be."""
        for n in range(WARM):
            self.ask(n)
        self.settle()

    def block(self, size: int) -> None:
        """Asks so many times."""
        before = self.server.cpu()
        for _ in range(size):
            began = time.perf_counter()
            self.ask(WARM + self.asked)
            self.waits.append((time.perf_counter() - began) * 1000)
            self.asked += 1
        self.settle()
        self.cpu.append((self.server.cpu() - before) / size * 1000)

    def figures(self) -> dict[str, float]:
        """The median block, and the waits of all."""
        waits = sorted(self.waits)
        p50, p99 = waits[len(waits) // 2], waits[len(waits) * 99 // 100]
        return {"cpu_ms": round(statistics.median(self.cpu), 2), "p50_ms": round(p50, 2), "p99_ms": round(p99, 2)}


def in_turns(one: Timed, other: Timed, rounds: int) -> None:
    """Both after warming up, a block each in turn."""
    one.warm()
    other.warm()
    for _ in range(rounds // BLOCK):
        one.block(BLOCK)
        other.block(BLOCK)


def _queries(reader: Any) -> dict[str, int]:
    """How many queries each page makes."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost"})
    client.force_login(reader, backend=settings.AUTHENTICATION_BACKENDS[0])
    paths, counted = _paths(), {}
    for name in ("thread", "space", "home", "search"):
        client.get(paths[name][1 % len(paths[name])])
        with CaptureQueriesContext(connection) as captured:
            client.get(paths[name][1 % len(paths[name])])
        counted[name] = len(captured)
    with CaptureQueriesContext(connection) as captured:
        client.post(f"{paths['thread'][2]}posts/", {"text": "How many queries is this?"})
    return {**counted, "reply": len(captured)}
