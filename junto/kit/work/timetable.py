"""What happens at set times: `TIMETABLE` names listeners and when, in cron's five fields, UTC."""

import time
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from cronsim import CronSim
from django.db import transaction

from junto.kit.clock import now
from junto.kit.turns import one_at_a_time
from junto.kit.work.listener import Listener

EVERY = 60.0
_table: dict[str, str] = {}
_even_so: set[str] = set()
_looked: tuple[float, datetime] | None = None


def at_set_times(table: dict[Listener, str], even_after_a_leap: Collection[Listener] = ()) -> None:
    """Sets the timetable; called once with the table of `config/wiring.py`, and what need not wait when the clock leapt."""
    _table.clear()
    _table.update({listener.name: when for listener, when in table.items()})
    _even_so.clear()
    _even_so.update(listener.name for listener in even_after_a_leap)


def remember_run(listeners: Iterable[str]) -> None:
    """Writes down, of those that stand in the timetable, that they ran through."""
    ran = _table.keys() & set(listeners)
    if ran:
        from junto.kit.models import LastRun

        LastRun.objects.remember(ran)


def catch_up() -> None:
    """Queues the next run of whatever has none waiting, at most once a minute. Two workers do not queue it twice."""
    global _looked
    if _looked is not None and _just_looked(*_looked):
        return
    _looked = time.monotonic(), now()
    from junto.kit.models import Work
    from junto.kit.work import leaps

    with transaction.atomic():
        one_at_a_time("timetable")
        leaps.look(_table, _even_so)
        waiting = set(Work.objects.alive().filter(listener__in=_table, fact=None).values_list("listener", flat=True))
        for name, when in _table.items():
            if name not in waiting:
                Work.objects.create(listener=name, run_at=next(CronSim(when, now())))


def _just_looked(passed: float, said: datetime) -> bool:
    """Not when the clock went another way than time did: then what it says is looked at before anything is done by it."""
    went = time.monotonic() - passed
    return went < EVERY and abs(now() - said - timedelta(seconds=went)) < timedelta(seconds=EVERY)
