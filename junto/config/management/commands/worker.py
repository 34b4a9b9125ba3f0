import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand

from junto.config.reach import reach_database
from junto.config.running import running
from junto.config.serving.preparing import prepare
from junto.kit.work.wake import wake
from junto.kit.work.worker import run_worker
from junto.operating.presence import present


class Command(BaseCommand):
    """Background work in a process of its own, beside `serve --without-worker`. Any number may run; each piece of work is done once."""

    help = "Do background work until told to stop."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Works until SIGTERM or ctrl-C; what is being done is finished first."""
        reach_database()
        stop = threading.Event()

        def told_to_stop(*_: Any) -> None:
            stop.set()
            wake()

        signal.signal(signal.SIGTERM, told_to_stop)
        signal.signal(signal.SIGINT, told_to_stop)
        with running():
            prepare()
            self.stdout.write("The worker is at work.")
            with present(serves=False, works=True):
                run_worker(stop)
