"""A connection to a machine that was looked at first: the name is asked once, and what was judged is what is connected to."""

import http.client
import queue
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from junto.kit.fetch.limits import ONE_TRY, Limited, LimitedTLS, Limits
from junto.kit.fetch.networks import may_be_reached
from junto.kit.fetch.place import Place
from junto.kit.fetch.refusals import NotOpen, NotReached, TooSlow, Unreadable

MOST_TRIED = 3
Found = list[tuple[socket.AddressFamily, str]]


@contextmanager
def refusals_of_ours() -> Iterator[None]:
    """Errors of another machine's making become ours here."""
    try:
        yield
    except TimeoutError as error:
        raise TooSlow from error
    except OSError as error:
        raise NotReached from error
    except (http.client.HTTPException, ValueError) as error:
        raise Unreadable from error


def connection(place: Place, limits: Limits) -> http.client.HTTPConnection:
    """A connection of which everything else is as usual: Host with its port, the certificate of the name."""
    made = http.client.HTTPConnection(place.host, place.port)
    made.default_port = http.client.HTTPS_PORT if place.scheme == "https" else http.client.HTTP_PORT
    made.sock = reached(place, limits)
    return made


def reached(place: Place, limits: Limits) -> socket.socket:
    """Raises NotOpen when any machine of that name is none that may be reached: a name that means both is a trap."""
    found = _asked(place, limits)
    if not all(may_be_reached(address, inside=place.is_inside) for _, address in found):
        raise NotOpen
    plain = _connected(found[:MOST_TRIED], place.port, limits)
    try:
        return _wrapped(plain, place.host, limits) if place.scheme == "https" else plain
    except BaseException:
        plain.close()
        raise


def _asked(place: Place, limits: Limits) -> Found:
    """Where that name lies. Nothing ends a resolver that does not answer, so it is waited for in a thread, and then no more."""
    if place.is_numeric:
        return [(socket.AF_INET6 if ":" in place.host else socket.AF_INET, place.host)]
    answers: queue.SimpleQueue[Found] = queue.SimpleQueue()
    threading.Thread(target=lambda: answers.put(_resolved(place)), daemon=True).start()
    try:
        found = answers.get(timeout=limits.left())
    except queue.Empty as error:
        raise TooSlow from error
    if not found:
        raise NotReached
    return found


def _resolved(place: Place) -> Found:
    try:
        return [(family, str(to[0])) for family, _, _, _, to in socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError):
        return []


def _connected(found: Found, port: int, limits: Limits) -> Limited:
    for family, address in found:
        made = Limited(family, socket.SOCK_STREAM)
        made.limits = limits
        made.settimeout(min(limits.left(), ONE_TRY))
        try:
            made.connect((address, port))
        except OSError:
            made.close()
        else:
            return made
    limits.left()
    raise NotReached


def _wrapped(plain: Limited, host: str, limits: Limits) -> socket.socket:
    plain.settimeout(limits.left())
    made = _tls().wrap_socket(plain, server_hostname=host)
    assert isinstance(made, LimitedTLS)
    made.limits = limits
    return made


@cache
def _tls() -> ssl.SSLContext:
    """The certificates this machine trusts, so that a house may have its own."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.sslsocket_class = LimitedTLS
    return context
