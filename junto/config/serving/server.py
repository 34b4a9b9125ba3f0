"""The server itself: one socket, one event loop, a few threads for pages, and the worker beside it."""

import asyncio
import contextlib
import resource
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from types import FrameType

import uvicorn
from django.conf import settings
from django.db import connection

from junto.config.asgi import application
from junto.config.env import WrongSetting
from junto.config.serving.front import Front
from junto.config.serving.protocol import PatientProtocol
from junto.kit.stream.app import hub
from junto.kit.work.wake import wake
from junto.kit.work.worker import run_worker
from junto.operating.presence import present

GRACE = 5
KEEP_ALIVE = 75
BACKLOG = 1024
SIDE_THREADS = 4


class Server(uvicorn.Server):
    """uvicorn, which ends open streams first when it is told to stop: it would wait for them in vain."""

    loop: asyncio.AbstractEventLoop

    def __init__(self, config: uvicorn.Config, front: Front, ready: Callable[[], None]) -> None:
        """`ready` is called once, when people can come in."""
        super().__init__(config)
        self.front, self.ready = front, ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Remembers its loop, for a stop may come from another thread."""
        self.loop = asyncio.get_running_loop()
        # Streams and files; every thread may want a connection, and the pool has so many to spare (`env._postgresql`).
        self.loop.set_default_executor(ThreadPoolExecutor(SIDE_THREADS, "beside"))
        await super().startup(sockets)
        self.ready()

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


def make_server(ready: Callable[[], None]) -> Server:
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
        backlog=BACKLOG,
    )
    return Server(config, front, ready)


def listen(host: str, port: int) -> socket.socket:
    """The socket to listen on; says plainly what is wrong when it cannot be had."""
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        # Only a socket that says it speaks TCP is told by asyncio to send at once; any other holds each answer back for 40 ms.
        found = socket.socket(family, kind, protocol)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(place)
    except socket.gaierror as error:
        raise WrongSetting(f"There is no address {host!r} on this machine; --host takes 127.0.0.1 or 0.0.0.0.") from error
    except PermissionError as error:
        raise WrongSetting(f"Port {port} is kept for root; take one above 1023, for example --port 8000.") from error
    except OSError as error:
        reason = f"Port {port} at {host} cannot be had ({error.strerror})."
        raise WrongSetting(f"{reason} Is Junto running already? Give another with --port.") from error
    return found


@contextlib.contextmanager
def worker_beside() -> Iterator[None]:
    """Runs the worker in a thread of this process until the block ends."""
    stop = threading.Event()
    thread = threading.Thread(target=_work, args=[stop], name="worker", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        wake()
        thread.join(GRACE)


def _work(stop: threading.Event) -> None:
    try:
        run_worker(stop)
    finally:
        connection.close()


def serve(listening: socket.socket, with_worker: bool, ready: Callable[[], None]) -> None:
    """Serves until told to stop."""
    _allow_many_connections()
    with present(serves=True, works=with_worker), worker_beside() if with_worker else contextlib.nullcontext():
        make_server(ready).run([listening])


def address(listening: socket.socket) -> str:
    """The one address to tell: JUNTO_URL, or where the socket can be reached from."""
    if settings.JUNTO_URL:
        return f"{settings.JUNTO_URL}/"
    host, port = listening.getsockname()[:2]
    host = socket.gethostname() if host in ("0.0.0.0", "::") else host
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _allow_many_connections() -> None:
    """Every open page is a connection; a system's usual 1,024 would be the first thing to run out."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 65_536) if most != resource.RLIM_INFINITY else 65_536, most))
