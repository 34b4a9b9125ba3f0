"""Whether the clock can be right: what is written with a wrong one stays wrong."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Max

from junto.kit.clock import now
from junto.kit.models import FactRecord
from junto.operating.finding import Finding, look, well

LEEWAY = timedelta(seconds=5)
MEND = "Have this machine's clock set by NTP (timedatectl set-ntp true)."


def examine() -> Iterator[Finding]:
    """Against the database's own clock, and against what was written before."""
    apart, newest = _apart(), FactRecord.objects.aggregate(newest=Max("at"))["newest"]
    if apart > LEEWAY:
        yield look("clock", "Clock", f"It is {apart.total_seconds():.0f} s apart from the clock of the database.", MEND)
    elif newest and newest > now() + LEEWAY:
        yield look("clock", "Clock", f"Something is written down as of {newest:%Y-%m-%d %H:%M} UTC, which is still to come.", MEND)
    else:
        yield well("clock", "Clock", f"It is {now():%H:%M} UTC.")


def _apart() -> timedelta:
    if connection.vendor != "postgresql":
        return timedelta()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        theirs: datetime = cursor.fetchone()[0]
    return abs(theirs - now())
