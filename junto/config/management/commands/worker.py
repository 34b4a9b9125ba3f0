import argparse
import signal
import threading
from collections.abc import Callable
from typing import Any

from django.core.management.base import CommandParser

from junto.config.reach import reach_database, reach_redis
from junto.config.running import running
from junto.config.serving.listening import tell_systemd
from junto.config.serving.parent import Parent
from junto.config.serving.preparing import prepare
from junto.kit import line
from junto.kit.command import HouseCommand
from junto.kit.work.wake import wake_here
from junto.kit.work.worker import run_worker
from junto.operating.presence import present


class Command(HouseCommand):
    """Background work in a process of its own, beside `serve --without-worker`. Any number may run; each piece of work is done once."""

    help = "Do background work until told to stop."

    def add_arguments(self, parser: CommandParser) -> None:
        """Nothing for people to choose."""
        parser.add_argument("--parent", type=int, help=argparse.SUPPRESS)

    def handle(self, *args: Any, **options: Any) -> None:
        """Works until SIGTERM or ctrl-C; what is being done is finished first."""
        reach_database()
        reach_redis()
        stop = threading.Event()

        def told_to_stop(*_: Any) -> None:
            stop.set()
            wake_here()

        signal.signal(signal.SIGTERM, told_to_stop)
        signal.signal(signal.SIGINT, told_to_stop)
        with running():
            prepare()
            self._say_so(options["parent"], told_to_stop)
            with line.held(), present(serves=False, works=True):
                run_worker(stop)

    def _say_so(self, parent: int | None, stop: Callable[..., None]) -> None:
        if parent is not None:
            line = Parent(parent)
            line.when_gone(stop)
            return line.tell_ready()
        self.stdout.write("The worker is at work.")
        self.stdout.flush()
        tell_systemd("READY=1")
