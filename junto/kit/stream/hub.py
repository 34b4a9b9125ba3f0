"""Carries events to the open pages of this process: one reader of the database, however many clients listen."""

import asyncio
import contextlib
import logging
import random
from collections import defaultdict
from collections.abc import Callable, Collection
from typing import TypeVar

from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection

from junto.kit import line
from junto.kit.access import may_see
from junto.kit.clock import now
from junto.kit.models import StreamEvent
from junto.kit.stream import bell
from junto.kit.stream.client import MOST_BEHIND, Client

log = logging.getLogger(__name__)
T = TypeVar("T")
COME_BACK = 200, 2500
"""Milliseconds within which pages come back to a house that ended their stream."""


class Hub:
    """All clients of this process. Lives in one event loop; the database is read in a thread."""

    LOOK = 2.0
    """Seconds after which it looks in any case, with the line: for ended sessions too."""
    QUIET = 20.0

    def __init__(self) -> None:
        self.clients: set[Client] = set()
        self.seq = 0
        """Up to here everything was told to everybody; too low while nobody listens, never too high."""
        self.is_open = True
        self._by_topic: dict[str, set[Client]] = defaultdict(set)
        self.told = 0
        """How often a client was told something, since the process began."""
        self._changed = asyncio.Event()
        self._begun: asyncio.Task[None] | None = None
        self._task: asyncio.Task[None] | None = None

    async def join(self, client: Client) -> int:
        """Takes a client in, and says from which number on it hears everything. The first one has the hub begin to read."""
        self.clients.add(client)
        if self._begun is None or self._task is None or self._task.done():
            # An Event belongs to the loop it was first waited for in.
            self._changed = asyncio.Event()
            self._begun = asyncio.ensure_future(self._begin())
            self._task = asyncio.ensure_future(self._read(self._begun))
        await asyncio.shield(self._begun)
        if not self.is_open:
            client.leave()
        for topic in client.topics:
            self._by_topic[topic].add(client)
        client.spoken_to = asyncio.get_running_loop().time()
        return self.seq

    def part(self, client: Client) -> None:
        """Lets a client go."""
        self.clients.discard(client)
        for topic in client.topics:
            self._by_topic[topic].discard(client)
            if not self._by_topic[topic]:
                del self._by_topic[topic]

    async def open(self) -> None:
        """Takes clients in from now on. Without a database it begins with the first of them."""
        self.is_open = True
        with contextlib.suppress(DatabaseError):
            self.seq = await in_thread(newest)

    def close(self) -> None:
        """Ends every stream, and each that still comes, because the server stops."""
        self.is_open = False
        self.send_away()

    def send_away(self) -> None:
        """Ends every stream; they come back, and not all in the same moment."""
        for client in self.clients:
            client.hear(b"retry: %d\n\n" % random.randint(*COME_BACK))
            client.leave()

    async def _begin(self) -> None:
        self.seq = await in_thread(newest)
        bell.on_ring(asyncio.get_running_loop(), self._changed.set)

    async def _read(self, begun: asyncio.Task[None]) -> None:
        checked = asyncio.get_running_loop().time()
        try:
            await begun
            while self.clients:
                await self._woken()
                await self._spread()
                if asyncio.get_running_loop().time() - checked >= self.LOOK:
                    await self._let_go_of_ended_sessions()
                    self._give_signs_of_life()
                    checked = asyncio.get_running_loop().time()
        finally:
            bell.off_ring(asyncio.get_running_loop())

    async def _woken(self) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._changed.wait(), min(line.patience(), self.LOOK))
        self._changed.clear()

    async def _spread(self) -> None:
        try:
            for event in await in_thread(lambda: events_after(self.seq)):
                # Told first: when the database goes away in between, it is read and told once more.
                await self._tell(event)
                self.seq = event.seq
        except DatabaseError:
            log.exception("the stream lost the database and tries again")

    async def _tell(self, event: StreamEvent) -> None:
        listening = list(self._by_topic.get(event.topic, ()))
        if listening:
            people = {client.person for client in listening}
            allowed = await in_thread(lambda: may_see(event.topic, people))
            said, at = message(event), asyncio.get_running_loop().time()
            for client in listening:
                if client.person in allowed:
                    client.hear(said)
                    client.spoken_to = at
                    self.told += 1

    def _give_signs_of_life(self) -> None:
        """So that proxies keep quiet connections, and those that are dead are found out."""
        at = asyncio.get_running_loop().time()
        for client in self.clients:
            if at - client.spoken_to >= self.QUIET:
                client.hear(b": still here\n\n")
                client.spoken_to = at

    async def _let_go_of_ended_sessions(self) -> None:
        by_session = defaultdict(list)
        for client in self.clients:
            by_session[client.session].append(client)
        try:
            alive = await in_thread(lambda: sessions_alive(by_session))
        except DatabaseError:
            return
        for session in by_session.keys() - alive:
            for client in by_session[session]:
                client.leave()


async def in_thread(work: Callable[[], T]) -> T:
    """Runs `work` in a thread and gives its database connection back afterwards."""
    return await asyncio.to_thread(_and_close, work)


def _and_close(work: Callable[[], T]) -> T:
    try:
        return work()
    finally:
        if not connection.in_atomic_block:
            connection.close()


def newest() -> int:
    """The number of the last event so far."""
    return StreamEvent.objects.order_by("-seq").values_list("seq", flat=True).first() or 0


def events_after(seq: int) -> list[StreamEvent]:
    """The next events in order, with the kind of their fact."""
    return list(StreamEvent.objects.filter(seq__gt=seq).select_related("fact").order_by("seq")[:MOST_BEHIND])


def sessions_alive(keys: Collection[str]) -> set[str]:
    """Which of these sessions still stand."""
    return set(Session.objects.filter(session_key__in=list(keys), expire_date__gt=now()).values_list("session_key", flat=True))


def message(event: StreamEvent) -> bytes:
    """The event as it goes over the wire: numbers and the kind, never content."""
    return f'id: {event.seq}\nevent: fact\ndata: {{"topic": "{event.topic}", "kind": "{event.fact.kind}"}}\n\n'.encode()
