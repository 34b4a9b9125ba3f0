"""The socket people come in by: made here, or handed over by systemd or by the process that started this one."""

import contextlib
import ctypes
import os
import socket
import struct

from django.conf import settings

from junto.config.env import WrongSetting

BACKLOG = 1024
MOST_PORTS = 65_535
FIRST_OF_SYSTEMD = 3
SO_ATTACH_FILTER = 26
DROP_ALL = struct.pack("HBBI", 0x06, 0, 0, 0)
"""A packet filter of one instruction: return 0, so keep nothing (linux/filter.h)."""


def listen(host: str, port: int) -> socket.socket:
    """The socket to listen on; says plainly what is wrong when it cannot be had."""
    if not 0 <= port <= MOST_PORTS:
        raise WrongSetting(f"--port is {port}; a port has a number from 1 to {MOST_PORTS}, and 0 takes any that is free.")
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


def from_systemd() -> socket.socket | None:
    """The socket of a unit `junto.socket`, which systemd keeps open while Junto starts anew (sd_listen_fds(3))."""
    if os.environ.get("LISTEN_PID") != str(os.getpid()):
        return None
    if os.environ.pop("LISTEN_FDS") != "1":
        raise WrongSetting("systemd handed over several sockets; name one address in the .socket unit.")
    os.set_inheritable(FIRST_OF_SYSTEMD, False)
    return socket.socket(fileno=FIRST_OF_SYSTEMD)


def turn_away(listening: socket.socket) -> None:
    """Lets nobody new in, while those who are in the queue already are still taken.

    Closing a socket drops who waits in its queue, perhaps with a form already sent. A filter that keeps nothing has newcomers
    knock again; by then the socket is closed, they are refused, and a proxy tries the next node without having sent anything.
    Some kernels keep filters for root: there somebody may be dropped, in the moment between the last look at the queue and the end.
    """
    program = ctypes.create_string_buffer(DROP_ALL, len(DROP_ALL))
    with contextlib.suppress(PermissionError):
        listening.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, struct.pack("HL", 1, ctypes.addressof(program)))


def address(listening: socket.socket) -> str:
    """The one address to tell: JUNTO_URL, or where the socket can be reached from."""
    if settings.JUNTO_URL:
        return f"{settings.JUNTO_URL}/"
    host, port = listening.getsockname()[:2]
    host = socket.gethostname() if host in ("0.0.0.0", "::") else host
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def tell_systemd(state: str) -> None:
    """Says READY=1 or STOPPING=1 to whoever waits for it (sd_notify(3)); to nobody when nobody does."""
    path = os.environ.get("NOTIFY_SOCKET")
    if path:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.sendto(state.encode(), path.replace("@", "\0", 1) if path.startswith("@") else path)
