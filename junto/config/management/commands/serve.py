import argparse
import socket
from typing import Any

from django.core.management import call_command
from django.core.management.base import CommandParser
from django.db import connection

from junto.config.env import WrongSetting
from junto.config.reach import reach_database, reach_redis
from junto.config.running import running
from junto.config.serving.listening import address, from_systemd, listen, tell_systemd
from junto.config.serving.owner import welcome_owner
from junto.config.serving.parent import Parent
from junto.config.serving.preparing import prepare
from junto.config.serving.processes import Processes
from junto.config.serving.server import serve
from junto.kit.command import HouseCommand


class Command(HouseCommand):
    """Everything at once: brings the database up to date, then serves pages and works off what follows from them."""

    help = "Start Junto and print its address."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to listen, and what to start with."""
        parser.add_argument("--host", default="127.0.0.1", help="127.0.0.1: this machine only (the default); 0.0.0.0: everybody")
        parser.add_argument("--port", type=int, default=8000, help="the port to listen on (8000)")
        parser.add_argument("--workers", type=int, default=1, help="how many processes serve pages (1); SIGHUP renews several one by one")
        parser.add_argument("--demo", action="store_true", help="fill a new instance with a small sample company")
        parser.add_argument("--without-worker", action="store_true", help="background work is done by `worker`, a process of its own")
        parser.add_argument("--handed", type=int, help=argparse.SUPPRESS)
        parser.add_argument("--parent", type=int, help=argparse.SUPPRESS)

    def handle(self, *args: Any, **options: Any) -> None:
        """Serves until told to stop."""
        if options["handed"] is not None:
            return self._serve_for(Parent(options["parent"]), socket.socket(fileno=options["handed"]))
        if options["workers"] < 1:
            raise WrongSetting("--workers is how many processes serve pages: 1 or more.")
        handed = from_systemd()
        listening = handed or listen(options["host"], options["port"])
        reach_database()
        reach_redis()
        at = address(listening)
        with running(at.rstrip("/")):
            prepare()
            if options["demo"]:
                call_command("demo")
            link = welcome_owner()
            self._serve(listening, options, handed is not None, lambda: self._welcome(at, link))
        tell_systemd("STOPPING=1")

    def _serve(self, listening: socket.socket, options: dict[str, Any], is_handed: bool, ready: Any) -> None:
        with_worker = not options["without_worker"]
        if options["workers"] == 1:
            serve(listening, with_worker, ready, shared=is_handed)
        else:
            listening.listen()
            connection.close()
            Processes(listening, options["workers"], with_worker, socket_is_ours=not is_handed).run(ready)

    def _serve_for(self, parent: Parent, listening: socket.socket) -> None:
        reach_database()
        reach_redis()
        with running():
            prepare()
            serve(listening, with_worker=False, ready=parent.tell_ready, shared=True, parent=parent)

    def _welcome(self, at: str, link: str) -> None:
        self.stdout.write(f"Junto is at {at}")
        if link:
            self.stdout.write(f"It has no owner yet. Open this link once, within a day, to become its owner:\n{at.rstrip('/')}{link}")
        self.stdout.flush()
        tell_systemd("READY=1")
