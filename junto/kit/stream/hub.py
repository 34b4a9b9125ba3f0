"""Carries events to the open pages of this process: one reader of the database, however many clients listen."""

import asyncio
import contextlib
import logging
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import TypeVar

from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection

from junto.kit.access import may_see
from junto.kit.clock import now
from junto.kit.models import StreamEvent
from junto.kit.stream import bell

log = logging.getLogger(__name__)
T = TypeVar("T")
MOST_BEHIND = 500


@dataclass(eq=False)
class Client:
    """One connection: whose it is, by which session, and which addresses it listens to."""

    person: int
    session: str
    topics: frozenset[str]
    queue: asyncio.Queue[bytes | None] = field(default_factory=lambda: asyncio.Queue(maxsize=MOST_BEHIND))

    def hear(self, message: bytes) -> None:
        """Queues a message; a client that reads too slowly is let go, comes back and resumes."""
        try:
            self.queue.put_nowait(message)
        except asyncio.QueueFull:
            self.leave()

    def leave(self) -> None:
        """Ends the connection after what it can still be told."""
        while self.queue.full():
            self.queue.get_nowait()
        self.queue.put_nowait(None)


class Hub:
    """All clients of this process. Lives in one event loop; the database is read in a thread."""

    SESSION_CHECK = 2.0
    LOOK = 1.0

    def __init__(self) -> None:
        self.clients: set[Client] = set()
        self.seq = 0
        self.told = 0
        """How often a client was told something, since the process began."""
        self._changed = asyncio.Event()
        self._begun: asyncio.Task[None] | None = None
        self._task: asyncio.Task[None] | None = None

    async def join(self, client: Client) -> None:
        """Takes a client in and starts reading with the first of them; several may come at once."""
        self.clients.add(client)
        if self._begun is None or self._task is None or self._task.done():
            # An Event belongs to the loop it was first waited for in.
            self._changed = asyncio.Event()
            self._begun = asyncio.ensure_future(self._begin())
            self._task = asyncio.ensure_future(self._read(self._begun))
        await asyncio.shield(self._begun)

    def part(self, client: Client) -> None:
        """Lets a client go."""
        self.clients.discard(client)

    def close(self) -> None:
        """Ends every stream, because the server stops."""
        for client in self.clients:
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
                if asyncio.get_running_loop().time() - checked >= self.SESSION_CHECK:
                    await self._let_go_of_ended_sessions()
                    checked = asyncio.get_running_loop().time()
        finally:
            bell.off_ring(asyncio.get_running_loop())

    async def _woken(self) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._changed.wait(), self.LOOK)
        self._changed.clear()

    async def _spread(self) -> None:
        try:
            for event in await in_thread(lambda: events_after(self.seq)):
                self.seq = event.seq
                await self._tell(event)
        except DatabaseError:
            log.exception("the stream lost the database and tries again")

    async def _tell(self, event: StreamEvent) -> None:
        listening = [client for client in self.clients if event.topic in client.topics]
        if listening:
            people = {client.person for client in listening}
            allowed = await in_thread(lambda: may_see(event.topic, people))
            for client in listening:
                if client.person in allowed:
                    client.hear(message(event))
                    self.told += 1

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
