"""Runs the stages of an import: in small transactions that remember how far they came, with every broken row told."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from django.db import DataError, IntegrityError, transaction

from junto.help.holding.planning import plan_reviews
from junto.kit.text import TooLong
from junto.kit.work import later
from junto.portability.models import BrokenRow, ImportRun
from junto.portability.stackexchange.landing import Landing, Tally
from junto.portability.stackexchange.rows import Broken, Row, read
from junto.portability.stackexchange.stage import Stage, Stages

BATCH = 200
MOST_BYTES = 2_000_000
"""How much of a file is held at once: long rows come in smaller batches, so that memory stays flat."""
ROW_FAULTS = (Broken, TooLong, ValueError, KeyError, IntegrityError, DataError)


class Progress(NamedTuple):
    """How far a stage has come, in bytes of its file."""

    stage: str
    done: int
    of: int


def take_in(run: ImportRun, stages: Stages, folder: Path, landing: Landing, tell: Callable[[Progress], None]) -> None:
    """Takes everything in, from where an earlier run was stopped. Kill it anywhere and run it again."""
    names = [stage.name for stage in stages]
    begin = names.index(run.stage) if run.stage in names else 0
    for stage, following in zip(stages[begin:], [*names[begin + 1 :], ""], strict=True):
        _pass_over(stage, run, folder, landing, tell)
        _end(stage, following, run, landing)
    with transaction.atomic():
        run.finish()
        later(plan_reviews)  # old answers are worth a look today, and not from tomorrow on


def _pass_over(stage: Stage, run: ImportRun, folder: Path, landing: Landing, tell: Callable[[Progress], None]) -> None:
    path = folder / stage.file
    if not path.exists():
        return
    size = path.stat().st_size
    for rows in _batches(read(path, after=run.line if run.stage == stage.name else 0)):
        _take(stage, rows, run, landing)
        tell(Progress(stage.name, rows[-1].offset, size))
    tell(Progress(stage.name, size, size))


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) >= BATCH or row.offset - batch[0].offset > MOST_BYTES:
            yield batch
            batch = []
    if batch:
        yield batch


def _take(stage: Stage, rows: Sequence[Row], run: ImportRun, landing: Landing) -> None:
    """All rows of a batch together; when the database refuses one, one by one, so that only the broken ones are left out."""
    found = [said for row in rows if (said := _read(stage, row, landing)) is not None]
    try:
        with transaction.atomic():
            stage.take(found, landing)
            _reach(run, stage.name, rows[-1].line, stage, landing)
    except ROW_FAULTS:
        landing.tally = Tally()
        with transaction.atomic():
            for row in rows:
                _one_or_why(stage, row, landing)
            _reach(run, stage.name, rows[-1].line, stage, landing)
    landing.tally = Tally()


def _read(stage: Stage, row: Row, landing: Landing) -> Any:
    try:
        if row.broken:
            raise Broken(row.broken)
        return stage.read(row, landing)
    except ROW_FAULTS as fault:
        landing.leave_out(row, _why(fault))


def _one_or_why(stage: Stage, row: Row, landing: Landing) -> None:
    """Reads the row anew: what the batch made of it has numbers of rows that were taken back."""
    found, before = _read(stage, row, landing), landing.tally.copy()
    if found is None:
        return
    try:
        with transaction.atomic():
            stage.take([found], landing)
    except ROW_FAULTS as fault:
        landing.tally = before
        landing.leave_out(row, _why(fault))


def _why(fault: Exception) -> str:
    return (str(fault) or type(fault).__name__)[:300]


def _end(stage: Stage, following: str, run: ImportRun, landing: Landing) -> None:
    for piece in stage.settle(landing):
        with transaction.atomic():
            piece()
            _reach(run, stage.name, run.line, stage, landing)
        landing.tally = Tally()
    with transaction.atomic():
        stage.finish(landing)
        _reach(run, following, 0, stage, landing)
    landing.tally = Tally()


def _reach(run: ImportRun, name: str, line: int, stage: Stage, landing: Landing) -> None:
    """Remembers, in the transaction of the rows themselves, how far the import came and what it had to leave out."""
    left_out = [BrokenRow(run=run, file=stage.file, line=at, reason=why) for at, why in landing.tally.left_out.items()]
    BrokenRow.objects.bulk_create(left_out, ignore_conflicts=True)
    run.reach(name, line, landing.tally.taken)
