import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from django.db import DatabaseError

from junto.config.running import running
from junto.kit.backup import BadBackup, keep
from junto.kit.backup.scheduled.making import make
from junto.kit.command import HouseCommand, plainly

GENTLY = 15
"""How far it stands back behind everything else that wants the processor (nice)."""


class Command(HouseCommand):
    """Keeps everything in one file."""

    help = "Keep the database and all uploads in one file, while Junto runs. Without a FILE: into the folder of backups, and proved."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file."""
        parser.add_argument("file", type=Path, nargs="?", help="the file to write; one that exists is replaced when the new one is whole")
        parser.add_argument("--gently", action="store_true", help="give way to everything else on this machine")

    def handle(self, *args: Any, **options: Any) -> None:
        """Writes the file and says what it holds."""
        if options["gently"]:
            os.nice(GENTLY)
        try:
            with running():
                self._keep(options["file"].absolute()) if options["file"] else self._make()
        except (BadBackup, OSError, DatabaseError) as problem:
            raise CommandError(f"Nothing was kept: {plainly(problem)}.") from problem
        self.stdout.write("It holds everything people wrote: keep it where only you can read it.")

    def _keep(self, file: Path) -> None:
        counts = keep(file)
        self.stdout.write(f"Kept {sum(counts.values()):,} rows and files in {file} ({file.stat().st_size / 1e6:.1f} MB).")

    def _make(self) -> None:
        if not settings.BACKUPS:
            raise CommandError("Scheduled backups are off (JUNTO_BACKUPS): name a file to write to.")
        made = make(settings.BACKUPS)
        file = settings.BACKUPS / made.name
        self.stdout.write(f"Kept {made.rows:,} rows and {made.files:,} files in {file} ({made.bytes / 1e6:.1f} MB).")
        self.stdout.write("It was brought back aside, and everything in it was found whole.")
