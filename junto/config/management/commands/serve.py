from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from junto.config.reach import reach_database
from junto.config.running import running
from junto.config.serving.owner import welcome_owner
from junto.config.serving.preparing import prepare
from junto.config.serving.server import address, listen, serve


class Command(BaseCommand):
    """Everything at once: brings the database up to date, then serves pages and works off what follows from them."""

    help = "Start Junto and print its address."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to listen, and what to start with."""
        parser.add_argument("--host", default="127.0.0.1", help="127.0.0.1: this machine only (the default); 0.0.0.0: everybody")
        parser.add_argument("--port", type=int, default=8000, help="the port to listen on (8000)")
        parser.add_argument("--demo", action="store_true", help="fill a new instance with a small sample company")
        parser.add_argument("--without-worker", action="store_true", help="background work is done by `worker`, a process of its own")

    def handle(self, *args: Any, **options: Any) -> None:
        """Serves until told to stop."""
        listening = listen(options["host"], options["port"])
        reach_database()
        with running():
            prepare()
            if options["demo"]:
                call_command("demo")
            link = welcome_owner()
            serve(listening, not options["without_worker"], ready=lambda: self._welcome(address(listening), link))

    def _welcome(self, at: str, link: str) -> None:
        self.stdout.write(f"Junto is at {at}")
        if link:
            self.stdout.write(f"It has no owner yet. Open this link once, within a day, to become its owner:\n{at.rstrip('/')}{link}")
        self.stdout.flush()
