"""What happens at set times: `TIMETABLE` names listeners and when, in cron's five fields, UTC."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from cronsim import CronSim
from django.db import transaction

from junto.kit.clock import now
from junto.kit.turns import one_at_a_time
from junto.kit.work.listener import Listener

_table: dict[str, tuple[str, Listener]] = {}
_looked: datetime | None = None


def at_set_times(table: dict[Listener, str]) -> None:
    """Sets the timetable; called once with the table of `config/wiring.py`."""
    _table.clear()
    _table.update({listener.name: (when, listener) for listener, when in table.items()})


def remember_run(listeners: Iterable[str]) -> None:
    """Writes down, of those that stand in the timetable, that they ran through."""
    ran = _table.keys() & set(listeners)
    if ran:
        from junto.kit.models import LastRun

        LastRun.objects.remember(ran)


def catch_up() -> None:
    """Queues the next run of whatever has none waiting, at most once a minute. Two workers do not queue it twice."""
    global _looked
    if _looked is not None and now() - _looked < timedelta(minutes=1):
        return
    _looked = now()
    from junto.kit.models import Work

    with transaction.atomic():
        one_at_a_time("timetable")
        waiting = set(Work.objects.alive().filter(listener__in=_table, fact=None).values_list("listener", flat=True))
        for name, (when, _) in _table.items():
            if name not in waiting:
                Work.objects.create(listener=name, run_at=next(CronSim(when, now())))
