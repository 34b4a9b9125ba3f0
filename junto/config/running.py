"""Who is at work on this data folder: whoever serves or works holds one lock together with the others; a restore needs it alone."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from junto.config.env import WrongSetting
from junto.operating.machine import host


@contextlib.contextmanager
def running(at: str = "") -> Iterator[None]:
    """Held while serving or working; leaves the number of the process, for `status`, and the address it serves `at`."""
    note = _notes() / str(os.getpid())
    with _locked(fcntl.LOCK_SH):
        note.write_text(at)
        try:
            yield
        finally:
            note.unlink(missing_ok=True)


@contextlib.contextmanager
def standing_still() -> Iterator[None]:
    """Held while everything is replaced; raises WrongSetting when somebody serves or works."""
    with _locked(fcntl.LOCK_EX):
        yield


def members() -> list[int]:
    """The processes that serve or work here now. A note left by one that was killed is cleared away."""
    for note in _notes().iterdir():
        if not Path(f"/proc/{note.name}").exists():
            note.unlink(missing_ok=True)
    return [int(note.name) for note in _notes().iterdir()]


def address_here() -> str:
    """Where people reach this Junto: as it is set, or as a process told that serves here now. Nothing when none does."""
    noted = ((_notes() / str(number)).read_text() for number in members())
    return settings.JUNTO_URL or next(filter(None, noted), "")


def _notes() -> Path:
    """Of this machine or container: on another one, or in another, the same number is another process."""
    folder = Path(settings.DATA) / "running" / host()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextlib.contextmanager
def _locked(kind: int) -> Iterator[None]:
    with open(Path(settings.DATA) / "running.lock", "w") as lock:
        try:
            fcntl.flock(lock, kind | fcntl.LOCK_NB)
        except BlockingIOError as error:
            reason = "it is running" if kind == fcntl.LOCK_EX else "it is just being restored"
            raise WrongSetting(f"This Junto cannot be used: {reason}. Stop that first.") from error
        yield
