from typing import Any

from django.core.management.base import CommandParser
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from junto.kit.command import HouseCommand
from junto.search.indexing import rebuild
from junto.search.models import Rebuild


class Command(HouseCommand):
    help = "Writes the search index anew. It can be interrupted and goes on where it was; people can search meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--from-the-start", action="store_true", help="forget how far an interrupted run came")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["from_the_start"]:
            Rebuild.objects.all().delete()
        done: dict[str, int] = {}
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        with Progress(*columns, transient=True) as progress:
            line = progress.add_task("")
            for subject, count in rebuild():
                done[subject] = done.get(subject, 0) + count
                progress.update(line, description=_said(done))
        self.stdout.write(f"The index is up to date: {_said(done)}.")


def _said(done: dict[str, int]) -> str:
    return ", ".join(f"{count} × {subject}" for subject, count in done.items()) or "nothing to write"
