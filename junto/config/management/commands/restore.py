from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import CommandError, CommandParser
from django.db import DatabaseError

from junto.config.reach import reach_database
from junto.config.running import standing_still
from junto.config.serving.preparing import migrate
from junto.kit.backup import BadBackup, restore
from junto.kit.command import HouseCommand, plainly
from junto.kit.privacy.erased import erase_again


class Command(HouseCommand):
    """Brings back what `backup` kept."""

    help = "Bring back the database and all uploads from a file that `backup` wrote. Junto must not be running."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, and whether something may be lost for it."""
        parser.add_argument("file", type=Path, help="a file that `backup` wrote")
        parser.add_argument("--replace", action="store_true", help="throw away what this Junto holds now")

    def handle(self, *args: Any, **options: Any) -> None:
        """Checks everything, then replaces everything."""
        reach_database()
        try:
            with standing_still():
                brought = restore(options["file"].absolute(), replace=options["replace"])
                migrate()
                again = erase_again(brought.left)
        except (BadBackup, OSError, DatabaseError) as problem:
            raise CommandError(f"Nothing was brought back: {plainly(problem)}.") from problem
        if brought.crossed:
            call_command("reindex", from_the_start=True, stdout=self.stdout)
        if again:
            self.stdout.write(f"{again} who had left for good since this backup were taken out again.")
        self.stdout.write("Everything is back. Whoever was signed in on another machine signs in anew.")
