"""Runs the stages of an import: in small transactions that remember how far they came, with every broken row told."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from django.db import DataError, IntegrityError, transaction

from junto.kit.text import TooLong
from junto.portability.models import BrokenRow, ImportRun
from junto.portability.stackexchange.rows import Broken, Row, read
from junto.portability.stackexchange.stage import Landing, Stage, Stages

BATCH = 50
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
        with transaction.atomic():
            stage.finish(landing)
            run.reach(following, 0, landing.taken)
        landing.taken.clear()
    with transaction.atomic():
        run.finish()


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
    while batch := list(islice(rows, BATCH)):
        yield batch


def _take(stage: Stage, rows: list[Row], run: ImportRun, landing: Landing) -> None:
    """All rows of a batch together; when one is broken, one by one, so that only the broken ones are left out."""
    try:
        with transaction.atomic():
            for row in rows:
                _one(stage, row, landing)
            run.reach(stage.name, rows[-1].line, landing.taken)
    except ROW_FAULTS:
        landing.forget_what_was_taken_back()
        with transaction.atomic():
            for row in rows:
                _one_or_why(stage, row, run, landing)
            run.reach(stage.name, rows[-1].line, landing.taken)
    landing.taken.clear()


def _one(stage: Stage, row: Row, landing: Landing) -> None:
    if row.broken:
        raise Broken(row.broken)
    stage.take(row, landing)


def _one_or_why(stage: Stage, row: Row, run: ImportRun, landing: Landing) -> None:
    before = Counter(landing.taken)
    try:
        with transaction.atomic():
            _one(stage, row, landing)
    except ROW_FAULTS as fault:
        landing.forget_what_was_taken_back()
        landing.taken.update(before)
        reason = str(fault)[:300] or type(fault).__name__
        BrokenRow.objects.get_or_create(run=run, file=stage.file, line=row.line, defaults={"reason": reason})
