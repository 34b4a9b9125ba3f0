from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from junto.kit.command import HouseCommand, plainly
from junto.kit.models import Work
from junto.kit.work.worker import work_off
from junto.portability import importing
from junto.portability.models import ImportRun
from junto.portability.stackexchange import STAGES
from junto.portability.stackexchange.landing import Landing
from junto.portability.stackexchange.rows import read
from junto.portability.stackexchange.site import site_of
from junto.spaces.models import Space


class Command(HouseCommand):
    help = "Takes in a community from elsewhere. Killed, it goes on where it was; run twice, it changes nothing; nobody is told."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", choices=["stackexchange"], help="where it comes from")
        parser.add_argument("folder", type=Path, help="the folder with the XML files of the dump")
        parser.add_argument("--space", required=True, help="the space it lands in; made when there is none of that name")
        parser.add_argument(
            "--site",
            default="",
            help="the host it comes from, for example cooking.stackexchange.com; found out from the texts when not given",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        _refuse_what_is_no_dump(folder)
        site = options["site"] or site_of(folder)
        if not site:
            raise CommandError(
                "No text in the dump tells which site it comes from. Name it with --site, for example --site cooking.stackexchange.com"
            )
        space = _space(options["space"])
        landing = Landing(site, space)
        run, _ = ImportRun.objects.get_or_create(source=landing.source, defaults={"space": space})
        if run.finished_at:
            self.stdout.write(f"{site} was taken in before, into “{run.space.name}”. Nothing to do.")
            _make_findable()
            return
        landing.space = run.space
        self._take_in(run, folder, landing)
        self._report(run)

    def _take_in(self, run: ImportRun, folder: Path, landing: Landing) -> None:
        with _progress() as shown:
            bars = {stage.name: shown.add_task(stage.name, total=None) for stage in STAGES}

            def tell(progress: importing.Progress) -> None:
                shown.update(bars[progress.stage], completed=progress.done, total=progress.of)

            importing.take_in(run, STAGES, folder, landing, tell)
        _make_findable()

    def _report(self, run: ImportRun) -> None:
        for what, number in sorted(run.counts.items()):
            self.stdout.write(f"{number:>8}  {what}")
        for row in run.broken_rows.order_by("file", "line")[:100]:
            self.stdout.write(f"left out: {row}")
        self.stdout.write(f"{run.broken_rows.count()} broken rows. Nobody was told.")


def _refuse_what_is_no_dump(folder: Path) -> None:
    posts = folder / "Posts.xml"
    if not posts.is_file():
        raise CommandError(f"{folder} holds no Posts.xml. Give the folder into which the dump was unpacked.")
    try:
        first = next(read(posts), None)
    except OSError as problem:
        raise CommandError(f"Nothing was taken in: {plainly(problem)}.") from problem
    if first is None:
        raise CommandError(f"{posts} holds no post. Give the folder into which the dump was unpacked, and look whether it is whole.")


def _space(name: str) -> Space:
    """The space with that name, or a new one. Nobody hosts it unasked: owners find it among the spaces without a host."""
    known = Space.objects.filter(name=name).order_by("pk").first()
    return known or Space.objects.start(by=None, name=name, purpose=f"What was asked and answered before, brought along: {name}."[:300])


def _make_findable() -> None:
    """Does the work that follows (the search index), so that all can be found when the command ends; killed here, the next run does it."""
    with _progress() as shown:
        bar = shown.add_task("making it findable", total=Work.objects.waiting().count())
        while done := work_off(200):
            shown.advance(bar, done)


def _progress() -> Progress:
    return Progress(TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"), TimeRemainingColumn())
