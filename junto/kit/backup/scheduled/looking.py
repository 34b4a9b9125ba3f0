"""Looks every ten minutes whether a backup is due: whatever stopped the last one, the next look begins it again."""

import subprocess
import sys
import threading
from datetime import datetime, timedelta

from cronsim import CronSim
from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Min

from junto.kit.clock import now
from junto.kit.models import BackupMade
from junto.kit.work import listener, outreach

AGAIN = timedelta(hours=1)
"""How long after a try that failed the next one comes."""
REMEMBERED = timedelta(days=365)


@outreach
def back_up() -> None:
    """Begins a backup when one is due. It runs in a process of its own, so that neither pages nor other work wait for it."""
    if settings.BACKUPS and is_due():
        begin()


@listener
def forget_backups_made() -> None:
    """What came of backups is remembered for a year."""
    BackupMade.objects.filter(made_at__lt=now() - REMEMBERED).delete()


def is_due() -> bool:
    """Whether the last set time has passed without a backup that was proved. A Junto made since then waits for its first night."""
    last = last_set_time()
    since = BackupMade.objects.filter(made_at__gte=last, made_at__lte=now())
    if since.proved().exists() or since.filter(made_at__gt=now() - AGAIN).exists():
        return False
    began = MigrationRecorder(connection).migration_qs.aggregate(at=Min("applied"))["at"]
    return bool(began and began < last)


def last_set_time() -> datetime:
    """When a backup should have been made last."""
    return next(CronSim(settings.BACKUP_AT, now(), reverse=True))


def begin() -> None:
    """Starts the process. It keeps others out by itself, so that beginning twice makes one backup."""
    words = [sys.executable, "-m", "junto", "backup", "--gently"]
    process = subprocess.Popen(words, cwd=settings.HOUSE.parent, stdin=subprocess.DEVNULL, start_new_session=True)
    threading.Thread(target=process.wait, name="backup", daemon=True).start()
