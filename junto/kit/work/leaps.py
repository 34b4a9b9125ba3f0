"""A clock that leaps. What cleans up by age would take out everything at once, and work set for a far day would never be done.

Nobody can tell a clock that is wrong from a machine that was off. So after a leap nothing is cleaned up for some hours, in which a
clock is usually set right; and when it goes back, what was set by the wrong time is set anew.
"""

import logging
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from cronsim import CronSim
from django.db.models import Q

from junto.kit.clock import now
from junto.kit.models.clock_seen import ClockSeen
from junto.kit.models.work import Work, WorkRows

log = logging.getLogger(__name__)
AHEAD = timedelta(days=2)
"""A machine that was off over night has not leapt."""
BACK = timedelta(hours=1)
WAITS = timedelta(hours=6)
LONGEST = timedelta(hours=7)
"""No work waits longer for its next try, and no lease lasts longer."""


def look(times: Mapping[str, str], even_so: Collection[str]) -> None:
    """Compares the clock with what it said when somebody last looked. `times`: the timetable; `even_so`: what need not wait."""
    seen, _ = ClockSeen.objects.get_or_create(pk=1, defaults={"at": now()})
    moment = now()
    if moment > seen.at + AHEAD:
        log.warning("the clock went from %s to %s; what cleans up waits for %s", seen.at, moment, WAITS)
        _wait(set(times) - set(even_so), moment + WAITS)
    elif moment < seen.at - BACK:
        log.warning("the clock went back from %s to %s; what was set by it is set anew", seen.at, moment)
        _set_right(times, moment)
    ClockSeen.objects.filter(pk=1).update(at=moment)


def _wait(names: Collection[str], until: datetime) -> None:
    _set(names).filter(run_at__lt=until).update(run_at=until)


def _set_right(times: Mapping[str, str], moment: datetime) -> None:
    for name, when in times.items():
        meant = next(CronSim(when, moment))
        _set([name]).filter(run_at__gt=meant).update(run_at=meant)
    late = Work.objects.alive().filter(Q(fact__isnull=False) | Q(tries__gt=0), run_at__gt=moment + LONGEST)
    late.exclude(listener__in=times).update(run_at=moment)
    Work.objects.filter(lease_until__gt=moment + LONGEST).update(lease_until=None)


def _set(names: Collection[str]) -> WorkRows:
    return Work.objects.alive().filter(listener__in=names, fact=None)
