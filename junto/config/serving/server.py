"""The server itself: one socket, one event loop, a few threads for pages, and the worker beside it."""

import asyncio
import contextlib
import gc
import resource
import socket
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import FrameType

import uvicorn
from django.conf import settings
from django.db import connection

from junto.config.asgi import application
from junto.config.serving.front import Front
from junto.config.serving.listening import BACKLOG, turn_away
from junto.config.serving.parent import Parent
from junto.config.serving.protocol import PatientProtocol
from junto.kit import line
from junto.kit.beside import beside
from junto.kit.stream.app import hub
from junto.kit.work.wake import wake_here
from junto.kit.work.worker import run_worker
from junto.operating.presence import present

GRACE = 5
KEEP_ALIVE = 75
TAKEN_AT_ONCE = 32
"""How many newcomers one turn of the loop takes: of several processes at one socket none should take all."""
LAST_NEWCOMERS = 0.02
SIDE_THREADS = 4


class Server(uvicorn.Server):
    """uvicorn, which ends open streams first when it is told to stop: it would wait for them in vain."""

    loop: asyncio.AbstractEventLoop

    def __init__(self, config: uvicorn.Config, front: Front, ready: Callable[[], None], shared: bool) -> None:
        """`ready` is called once, when people can come in. `shared`: others go on listening at the socket when this server stops."""
        super().__init__(config)
        self.front, self.ready, self.shared = front, ready, shared

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Remembers its loop, for a stop may come from another thread."""
        self.loop = asyncio.get_running_loop()
        # Streams and files; every thread may want a connection, and the pool has so many to spare (`env._postgresql`).
        self.loop.set_default_executor(ThreadPoolExecutor(SIDE_THREADS, "beside"))
        await hub.open()
        await super().startup(sockets)
        for listening in sockets or []:
            listening.listen(BACKLOG)
        self.ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Takes who stands in the queue, then nobody more; what is being answered is answered."""
        if not self.shared:
            for listening in sockets or []:
                turn_away(listening)
            await asyncio.sleep(LAST_NEWCOMERS)
        await super().shutdown(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal to stop; a second one does not wait for anybody. uvicorn would raise it again afterwards and cut off the worker."""
        self.force_exit = self.should_exit
        self.stop()

    def stop(self) -> None:
        """Ends the streams and then the server."""
        self.loop.call_soon_threadsafe(hub.close)
        self.should_exit = True

    def let_threads_go(self) -> None:
        """Ends the threads, and with them their connections to the database."""
        self.front.pages.threads.shutdown()


def make_server(ready: Callable[[], None], shared: bool = False) -> Server:
    """The server, not yet running."""
    front = application()
    config = uvicorn.Config(
        front,
        http=PatientProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        forwarded_allow_ips=settings.PROXIES,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=GRACE,
        backlog=TAKEN_AT_ONCE,
    )
    return Server(config, front, ready, shared)


def worker_beside() -> contextlib.AbstractContextManager[None]:
    """Runs the worker in a thread of this process until the block ends."""
    return beside(_work, name="worker", grace=GRACE, ring=wake_here)


def _work(stop: threading.Event) -> None:
    try:
        run_worker(stop)
    finally:
        connection.close()


def serve(
    listening: socket.socket, with_worker: bool, ready: Callable[[], None], shared: bool = False, parent: Parent | None = None
) -> None:
    """Serves until told to stop, or until the parent that started this process is gone."""
    _allow_many_connections()
    gc.collect()
    gc.freeze()  # what stands by now stays: to look through it again and again would hold everybody up for a tenth of a second
    server = make_server(ready, shared)
    if parent:
        parent.when_gone(server.stop)
    with line.held(), present(serves=True, works=with_worker), worker_beside() if with_worker else contextlib.nullcontext():
        server.run([listening])


def _allow_many_connections() -> None:
    """Every open page is a connection; a system's usual 1,024 would be the first thing to run out."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 65_536) if most != resource.RLIM_INFINITY else 65_536, most))
