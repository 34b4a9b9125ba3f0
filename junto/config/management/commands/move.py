import os
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from django.db import DatabaseError

from junto.config import env
from junto.config.reach import reach_database
from junto.config.running import standing_still
from junto.kit.backup import BadBackup
from junto.kit.backup.move import move
from junto.kit.backup.rows import Sum
from junto.kit.command import HouseCommand, plainly

HERE = "sqlite"


class Command(HouseCommand):
    """From one database into another."""

    help = "Carry everything into another, empty database. Junto must not be running; what is here stays as it is."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to."""
        there = "postgresql://NAME:PASSWORD@HOST:PORT/DATABASE, sqlite:///PATH, or sqlite: the file in the data folder"
        parser.add_argument("to", help=f"{there}. DATABASE_PASSWORD is used when the address has no password")

    def handle(self, *args: Any, **options: Any) -> None:
        """Copies, compares, and says how to go on."""
        given = "" if options["to"] == HERE else options["to"]
        target = _target(given)
        reach_database()
        try:
            with standing_still():
                moved = move(target, self._tell)
        except (BadBackup, DatabaseError) as problem:
            raise CommandError(f"Nothing was moved: {plainly(problem)}.") from problem
        rows = sum(sum_.rows for sum_ in moved.sums.values())
        if moved.before:
            self.stdout.write("Everything was carried there before; it was only compared.")
        self.stdout.write(f"{len(moved.sums)} tables with {rows:,} rows are the same on both sides. Writing the words index there …")
        self._write_index(given)
        self.stdout.write("Done. " + (NOW_THERE if given else NOW_HERE))

    def _tell(self, table: str, sum_: Sum) -> None:
        self.stdout.write(f"{sum_.rows:>12,}  {sum_.digest}  {table}")

    def _write_index(self, address: str) -> None:
        """In a process of its own, for which the other database is the one in use."""
        words = [sys.executable, "-m", "junto", "reindex", "--from-the-start"]
        done = subprocess.run(words, cwd=settings.HOUSE.parent, env={**os.environ, "DATABASE_URL": address}, stdout=subprocess.DEVNULL)
        if done.returncode:
            raise CommandError("The rows are there, but their index could not be written. Give the same command again.")


def _target(given: str) -> dict[str, Any]:
    try:
        target = env.database_at(given, settings.DATA)
    except env.WrongSetting as wrong:
        raise CommandError(f"Nothing was moved. The address is read as DATABASE_URL would be: {wrong}") from wrong
    if all(target.get(part, "") == settings.DATABASES["default"].get(part, "") for part in PLACE):
        raise CommandError("Nothing was moved: that is the database in use.")
    target["OPTIONS"].pop("pool", None)  # a pool waits for long and does not say why
    return target


PLACE = ("ENGINE", "HOST", "PORT", "NAME")
NOW_THERE = "Start Junto with DATABASE_URL set to that address from now on; files stay where they are. The old database was not changed."
NOW_HERE = "Start Junto without DATABASE_URL from now on; files stay where they are. The old database was not changed."
