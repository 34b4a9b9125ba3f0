"""The folder of scheduled backups: what they are called, which of them stay, and whether there is room for another."""

import contextlib
import fcntl
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from junto.kit.backup.archive import BadBackup
from junto.kit.clock import now
from junto.kit.database_size import database_bytes

MB = 1_000_000
SPARE = 100 * MB
"""What must be left on the disk for everybody else, whatever a backup takes."""
WRITTEN = "junto-%Y-%m-%d-%H%M%S.zip"
OURS = re.compile(r"junto-\d{4}-\d\d-\d\d-\d{6}\.zip")
BEGUN = ".begun-"
PERIODS: Sequence[Callable[[datetime], object]] = (
    lambda at: at.date(),
    lambda at: at.isocalendar()[:2],
    lambda at: (at.year, at.month),
)


class Standing(NamedTuple):
    """One backup in the folder."""

    path: Path
    at: datetime
    bytes: int


class Taken(BadBackup):
    """Another process is at work in this folder."""


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Makes the folder when there is none, and keeps others out. What a process that was killed left half made goes."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(folder / ".lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Taken("another backup is being made just now") from error
        _clear_away(folder)
        yield


def _clear_away(folder: Path) -> None:
    for path in folder.glob(".*"):
        if path.name.startswith((BEGUN, f".{BEGUN}")):
            path.unlink(missing_ok=True)
        elif path.name.startswith((".junto-backup-", ".junto-proof-")):
            shutil.rmtree(path, ignore_errors=True)


def standing(folder: Path) -> list[Standing]:
    """The backups that were made at set times, the newest first. Nothing else in the folder is ever touched."""
    found = [path for path in folder.glob("junto-*.zip") if OURS.fullmatch(path.name)]
    return sorted((Standing(path, _time_of(path), path.stat().st_size) for path in found), key=lambda one: one.at, reverse=True)


def _time_of(path: Path) -> datetime:
    return datetime.strptime(path.name, WRITTEN).replace(tzinfo=UTC)


def sweep(folder: Path) -> None:
    """Takes out what neither its rank nor the room allows. Ranks count, never ages: a clock that ran ahead costs no backup."""
    found = [one for one in standing(folder) if one.at <= now()]
    for one in _too_old(found):
        one.path.unlink(missing_ok=True)
    taken = 0
    for at, one in enumerate(one for one in found if one.path.exists()):
        taken += one.bytes
        if at and taken > settings.BACKUPS_MB * MB:
            one.path.unlink(missing_ok=True)


def _too_old(found: Sequence[Standing]) -> set[Standing]:
    """All but the newest, and the newest of each of the last days, weeks and months of which there is one."""
    stay = set(found[:1])
    for most, period in zip(settings.BACKUPS_KEEP, PERIODS, strict=True):
        newest: dict[object, Standing] = {}
        for one in found:
            newest.setdefault(period(one.at), one)
        stay.update(list(newest.values())[:most])
    return set(found) - stay


def find_room(folder: Path) -> None:
    """Raises BadBackup when the disk could not bear another backup: the file, a copy of the database to make it, another to prove it."""
    last = standing(folder)[:1]
    needed = 2 * database_bytes() + (last[0].bytes if last else 0) + SPARE
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise BadBackup(f"the disk has {free // MB} MB left and a backup needs {needed // MB} MB while it is made")
