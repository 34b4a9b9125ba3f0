"""What open pages cost: a thousand signed-in clients hear five messages a second, from a server in a fresh process.

`kb_per_client`: what the server's memory grew by for each open stream. `cpu_us_per_delivery`: CPU of the server with all its threads
for each message that reached a client, without the database server. `p50_ms`, `p99_ms`: from the commit to the client.
Told with KEY=VALUE: `clients`, `seconds`, `rate`.
"""

import asyncio
import contextlib
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

from benchmarks._aside import is_aside, run_aside
from benchmarks._cpu import cpu_seconds, memory_mb
from benchmarks._server import free_port, session_cookie

CLIENTS, RATE, SECONDS = 1_000, 5, 10
AT_ONCE = 20
WARM = 2
AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"


def run(options: dict[str, str]) -> dict[str, Any]:
    """Measures on a database aside."""
    if not is_aside():
        return run_aside("stream", options)
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    clients, rate, seconds = (int(options.get(name, given)) for name, given in (("clients", CLIENTS), ("rate", RATE), ("seconds", SECONDS)))
    topic, fact, cookies = _house(clients)
    with _server(topic, fact) as server:
        return asyncio.run(_measure(server, topic, cookies, rate, seconds))


def _house(clients: int) -> tuple[str, int, list[str]]:
    """A space with so many members, a thread they all look at, and a session for each."""
    from django.core.management import call_command
    from django.db import transaction

    from junto.kit.models import FactRecord
    from junto.people.models import Person
    from junto.posts.models import Thread
    from junto.spaces.models import Membership, Space

    call_command("migrate", verbosity=0, interactive=False)
    with transaction.atomic():
        host = Person.objects.join(name="Host", email="host@example.org", password=None)
        people = Person.objects.bulk_create([Person(name=f"P {n}", email=f"p{n}@example.org", password="!") for n in range(clients)])
        space = Space.objects.start(by=host, name="Repairs", purpose="To be measured.", visibility="listed", joining="request")
        Membership.objects.bulk_create([Membership(space=space, person=person) for person in people])
        thread = Thread.objects.open(space, by=host, title="What do all of us look at?", source="This.")
    fact = FactRecord.objects.latest("pk").pk
    return f"thread:{thread.pk}", fact, [session_cookie(person) for person in people]


class Server:
    """The process that is measured."""

    def __init__(self, process: "subprocess.Popen[str]", port: int) -> None:
        self.process, self.port = process, port

    def publish(self, count: int, pause: float) -> None:
        """Has so many events sent."""
        assert self.process.stdin is not None
        print(count, pause, file=self.process.stdin, flush=True)

    def told(self) -> dict[int, float]:
        """When each was committed."""
        assert self.process.stdout is not None
        return {int(number): at for number, at in json.loads(self.process.stdout.readline()).items()}

    def cpu(self) -> float:
        return cpu_seconds([self.process.pid])

    def memory(self) -> float:
        return memory_mb(self.process.pid)


@contextlib.contextmanager
def _server(topic: str, fact: int) -> Iterator[Server]:
    port = free_port()
    command = [sys.executable, "-m", "benchmarks._stream_server", str(port), topic, str(fact)]
    with subprocess.Popen(command, env=os.environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        yield Server(process, port)


class Client(asyncio.Protocol):
    """One open page: keeps when it heard of which number. As cheap as can be, for it runs on the same machine."""

    def __init__(self, head: bytes) -> None:
        self.head, self.said, self.heard = head, b"", []  # type: ignore[var-annotated]
        self.is_open = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport.write(self.head)  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        if not self.is_open.done():
            self.said += data
            if b"event: here" in self.said:
                self.is_open.set_result(None)
        else:
            self.heard.append((data, time.monotonic()))

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.is_open.done():
            self.is_open.set_exception(RuntimeError(f"the stream ended: {self.said!r}"))


async def _measure(server: Server, topic: str, cookies: list[str], rate: int, seconds: int) -> dict[str, Any]:
    first = await _open(server, topic, cookies[:1])
    empty = server.memory()
    clients = [*first, *await _open(server, topic, cookies[1:])]
    kb = (server.memory() - empty) * 1024 / (len(clients) - 1)
    await _hear(server, clients, rate * WARM, 1 / rate)
    before = server.cpu()
    waits = await _hear(server, clients, rate * seconds, 1 / rate)
    cpu = (server.cpu() - before) / len(waits) * 1e6
    figures = {"kb_per_client": round(kb, 1), "p50_ms": _ms(waits, 50), "p99_ms": _ms(waits, 99), "cpu_us_per_delivery": round(cpu, 1)}
    missed = len(clients) * rate * seconds - len(waits)
    return {**figures, "clients": len(clients), "deliveries": len(waits), "missed": missed, "memory_mb": server.memory()}


async def _open(server: Server, topic: str, cookies: list[str]) -> list[Client]:
    """Opens their streams, some at a time."""
    opened: list[Client] = []
    for start in range(0, len(cookies), AT_ONCE):
        some = [_client(server.port, topic, cookie) for cookie in cookies[start : start + AT_ONCE]]
        clients = await asyncio.gather(*some)
        await asyncio.gather(*(client.is_open for client in clients))
        opened += clients
    return opened


async def _client(port: int, topic: str, cookie: str) -> Client:
    named = {"Host": "127.0.0.1", "User-Agent": AGENT, "Accept": "text/event-stream", "Cookie": cookie}
    lines = [f"GET /stream?topics={topic} HTTP/1.1", *(f"{name}: {value}" for name, value in named.items()), "", ""]
    head = "\r\n".join(lines)
    made = await asyncio.get_running_loop().create_connection(lambda: Client(head.encode()), "127.0.0.1", port)
    return made[1]


async def _hear(server: Server, clients: list[Client], count: int, pause: float) -> list[float]:
    """How long each message took to each client, in seconds, shortest first."""
    for client in clients:
        client.heard = []
    server.publish(count, pause)
    told = await asyncio.to_thread(server.told)
    await asyncio.sleep(1)
    waits = [at - told[number] for client in clients for number, at in _numbers(client.heard)]
    return sorted(waits)


def _numbers(heard: list[tuple[bytes, float]]) -> Iterator[tuple[int, float]]:
    for data, at in heard:
        yield from ((int(line.removeprefix(b"id: ")), at) for line in data.splitlines() if line.startswith(b"id: "))


def _ms(waits: list[float], percent: int) -> float:
    return round(waits[len(waits) * percent // 100] * 1000, 1)
