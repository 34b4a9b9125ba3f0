"""What must be in place before the first page: the database as the code expects it, files for browsers, catalogues of words."""

import contextlib
import fcntl
import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection

from junto.config.texts.compiling import compile_catalogues
from junto.kit.backup.beside import bring_up_to_date

# django-htmx brings extensions and htmx 4 along, which speak of modules it does not bring; we use htmx 2 alone.
NOT_OURS = ["django_htmx/ext/*", "htmax-*", "htmx-4*"]
MIGRATING = zlib.crc32(b"migrate")


def prepare() -> None:
    """Brings everything up to date; quick when it is already."""
    with _one_at_a_time():
        migrate()
        _make_files()


def prepare_files() -> None:
    """All of it but the database."""
    with _one_at_a_time():
        _make_files()


def _make_files() -> None:
    collect()
    compile_catalogues()


def migrate() -> None:
    """Runs the migrations that have not run yet."""
    with _one_node_at_a_time():
        bring_up_to_date(DEFAULT_DB_ALIAS)


def collect() -> None:
    """Gathers styles, scripts and pictures under names that carry their hash, when any has changed.

    Those of the release before stay beside them: a process that still runs it, or a page it drew, may ask for them.
    """
    root = Path(settings.STATIC_ROOT)
    stamp, now = root / ".stamp", _fingerprint()
    if stamp.exists() and stamp.read_text() == now:
        return
    call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=NOT_OURS)
    stamp.write_text(now)


def _fingerprint() -> str:
    files = ((name, storage.path(name)) for finder in get_finders() for name, storage in finder.list([]))
    seen = sorted(f"{name} {Path(path).stat().st_mtime_ns}" for name, path in files)
    return hashlib.sha256("\n".join(seen).encode()).hexdigest()


@contextlib.contextmanager
def _one_at_a_time() -> Iterator[None]:
    """A worker and a server started together must not both bring things up to date."""
    with open(Path(settings.DATA) / "starting.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def _one_node_at_a_time() -> Iterator[None]:
    """Several machines may start at one PostgreSQL; the one that comes second finds the migrations done."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATING])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATING])
