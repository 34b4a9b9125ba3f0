"""How this Junto is doing, in numbers an operator may see; nothing about anybody."""

import contextlib
import platform
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, models

from junto.config.running import members
from junto.kit.models import BackupMade, Work
from junto.people.models import Person
from junto.posts.models import Post, Thread
from junto.spaces.models import Space

PAGE_KB = 1024


def status() -> dict[str, Any]:
    """The numbers. Before the first start, when there are no tables yet, they are nought."""
    return {
        "people": _count(Person._base_manager.all()),
        "spaces": _count(Space._base_manager.all()),
        "threads": _count(Thread._base_manager.all()),
        "posts": _count(Post._base_manager.all()),
        "work_waiting": _count(Work.objects.waiting()),
        "work_dead": _count(Work.objects.dead()),
        "last_backup": _last_backup(),
        "database": connection.vendor,
        "memory_mb": memory_mb(),
        "versions": {**settings.VERSIONS, "python": platform.python_version(), connection.vendor: _database_version()},
    }


def memory_mb() -> float:
    """What the processes that serve and work for this data folder hold in memory together, in MB; 0 when none runs here."""
    return round(sum(_resident_kb(number) for number in members()) / PAGE_KB, 1)


def _resident_kb(process: int) -> int:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
    return 0


def _count(rows: models.QuerySet[Any]) -> int:
    return rows.count() if rows.model._meta.db_table in connection.introspection.table_names() else 0


def _last_backup() -> str | None:
    """When the last backup was made that was proved; none so far: None."""
    if BackupMade._meta.db_table not in connection.introspection.table_names():
        return None
    made = BackupMade.last_proved()
    return made.made_at.isoformat(timespec="seconds") if made else None


def _database_version() -> str:
    return ".".join(map(str, connection.get_database_version()))
