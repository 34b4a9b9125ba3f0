from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from junto.kit.backup import BadBackup, keep


class Command(BaseCommand):
    """Keeps everything in one file."""

    help = "Keep the database and all uploads in one file, while Junto runs."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The file."""
        parser.add_argument("file", type=Path, help="the file to write; one that exists is replaced when the new one is whole")

    def handle(self, *args: Any, **options: Any) -> None:
        """Writes the file and says what it holds."""
        try:
            counts = keep(options["file"].absolute())
        except (BadBackup, OSError) as problem:
            raise CommandError(f"Nothing was kept: {problem}.") from problem
        size = options["file"].stat().st_size / 1e6
        self.stdout.write(f"Kept {sum(counts.values()):,} rows and files in {options['file']} ({size:.1f} MB).")
        self.stdout.write("It holds everything people wrote: keep it where only you can read it.")
