import json
from typing import Any

from django.core.management.base import CommandParser

from junto.config.reach import reach_database
from junto.config.status import status
from junto.kit.command import HouseCommand

WORDS = {
    "people": "people",
    "spaces": "spaces",
    "threads": "threads",
    "posts": "posts",
    "work_waiting": "pieces of work waiting",
    "work_dead": "pieces of work given up after many tries",
    "database": "the database",
    "memory_mb": "MB of memory used by what runs now",
}


class Command(HouseCommand):
    """What this Junto holds and how it is doing."""

    help = "Say how many people, spaces, threads and posts there are, what work waits, and which versions run."

    def add_arguments(self, parser: CommandParser) -> None:
        """How to say it."""
        parser.add_argument("--json", action="store_true", help="for programs: one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        """Says it."""
        reach_database()
        found = status()
        if options["json"]:
            self.stdout.write(json.dumps(found))
            return
        for key, words in WORDS.items():
            self.stdout.write(f"{found[key]:>12}  {words}")
        self.stdout.write(f"{'':>12}  last backup that was proved: {found['last_backup'] or 'none so far'}")
        self.stdout.write(f"{'':>12}  {', '.join(f'{name} {version}' for name, version in found['versions'].items())}")
