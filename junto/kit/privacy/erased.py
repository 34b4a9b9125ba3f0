"""Who left for good, remembered outside the database: an older backup must not bring anybody back.

The list holds no number and no name, only a mark made of a person's number and the moment they joined: whoever has no backup in
which the person still stands learns nothing from it, and nobody who gets the same number later is meant.
"""

import contextlib
import hashlib
import os
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model

from junto.kit.privacy.erasure import erase

NAME = "erased.txt"
KEPT, GONE = "texts-kept", "texts-gone"
LINE = re.compile(rf"[0-9a-f]{{32}} ({KEPT}|{GONE})")


def remember(person: int, *, keep_texts: bool) -> None:
    """Adds a person to the list, before they are taken out: afterwards nobody knows any more when they joined."""
    people = get_user_model()._base_manager.filter(pk=person)
    for joined_at in people.values_list("joined_at", flat=True):
        line = f"{mark(person, joined_at)} {KEPT if keep_texts else GONE}"
        _write(Path(settings.DATA), [line])
        if settings.BACKUPS and settings.BACKUPS.is_dir():
            # A folder that is away just now gets the whole list with the next backup.
            with contextlib.suppress(OSError):
                _write(settings.BACKUPS, [line])


def copy_to(folder: Path) -> None:
    """Brings the list in that folder up to date, so that it travels with the backups."""
    _write(folder, here())


def here() -> list[str]:
    """The list of this Junto."""
    return beside(Path(settings.DATA))


def beside(folder: Path) -> list[str]:
    """The list that lies in that folder."""
    return _lines(folder / NAME)


def erase_again(lines: Iterable[str]) -> int:
    """Takes out whoever a restored database brought back although they had left; says how many. The list here grows by these lines."""
    _write(Path(settings.DATA), lines)
    left = dict(line.split() for line in here())
    people = get_user_model()._base_manager.values_list("pk", "joined_at").iterator(chunk_size=2000)
    back = [(number, left[mark(number, joined_at)]) for number, joined_at in people if mark(number, joined_at) in left]
    for number, texts in back:
        erase(number, keep_texts=texts == KEPT)
    return len(back)


def mark(person: int, joined_at: datetime) -> str:
    """By which a person is known again, and nobody else."""
    return hashlib.sha256(f"{person} {joined_at.astimezone(UTC).isoformat()}".encode()).hexdigest()[:32]


def _write(folder: Path, lines: Iterable[str]) -> None:
    """Adds the lines that are not there, and waits until they are on the disk."""
    path = folder / NAME
    new = sorted(set(lines) - set(_lines(path)))
    if not new:
        return
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a") as file:
        # After a line that was cut off by a crash the first of these begins anew.
        file.write("\n" + "".join(f"{line}\n" for line in new))
        file.flush()
        os.fsync(file.fileno())


def _lines(path: Path) -> list[str]:
    try:
        return [line for line in path.read_text().splitlines() if LINE.fullmatch(line)]
    except FileNotFoundError:
        return []
