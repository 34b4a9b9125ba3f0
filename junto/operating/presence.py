"""A process says every few seconds that it is there, so that owners and whoever watches know who serves and who works, on all machines."""

import contextlib
import logging
import os
import threading
from collections.abc import Iterator

from django.conf import settings
from django.db import DatabaseError, connection

from junto.kit.beside import beside
from junto.operating.figures.instruments import instruments
from junto.operating.logs.setting_up import catch_threads
from junto.operating.machine import host
from junto.operating.models import Process

log = logging.getLogger(__name__)
EVERY = 10.0
GRACE = 5.0


@contextlib.contextmanager
def present(*, serves: bool, works: bool) -> Iterator[None]:
    """Held while this process serves or works."""
    catch_threads()
    with beside(_say, serves, works, name="presence", grace=GRACE):
        yield


def _say(ended: threading.Event, serves: bool, works: bool) -> None:
    process: Process | None = None
    while not ended.is_set():
        with at_the_database():
            if process is None:
                process = Process.arrive(host(), os.getpid(), serves=serves, works=works, version=settings.VERSION)
            else:
                process.is_there()
        if settings.METRICS_TOKEN:
            instruments().look_around()
        ended.wait(EVERY)
    if process:
        with at_the_database():
            process.leave()


@contextlib.contextmanager
def at_the_database() -> Iterator[None]:
    """A database that is away is waited for; the connection is given back between two words."""
    try:
        yield
    except DatabaseError as error:
        log.warning("this process could not say that it is there: %s", type(error).__name__)
    finally:
        connection.close()
