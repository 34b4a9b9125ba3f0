from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.progress import Progress

from junto.kit.meaning import chosen
from junto.search.meaning.placing import place_all, place_anew
from junto.search.meaning.standing import standing


class Command(BaseCommand):
    help = (
        "Finds out what all texts mean that are not known yet. It can be interrupted and goes on where it was; people can search meanwhile."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--anew", action="store_true", help="all of them, whether they are known or not")

    def handle(self, *args: Any, **options: Any) -> None:
        if chosen.model() is None:
            raise CommandError("There is no model that could tell (JUNTO_MEANING): search goes by words alone.")
        steps = place_anew() if options["anew"] else place_all()
        self._show(steps, standing().documents if options["anew"] else standing().waiting)
        self.stdout.write(f"{chosen.name()} knows {standing().placed} of {standing().documents} texts.")

    def _show(self, steps: Iterator[int], waiting: int) -> None:
        with Progress(transient=True) as progress:
            line = progress.add_task("Finding out what texts mean", total=waiting)
            for placed in steps:
                progress.advance(line, placed)
