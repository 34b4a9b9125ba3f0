"""The worker: takes work from the queue until it is told to stop. Kill it anywhere; nothing is lost and nothing happens twice."""

import logging
import threading
from collections.abc import Callable
from datetime import timedelta

from django.db import DatabaseError, close_old_connections, connection, transaction

from junto.kit.clock import now
from junto.kit.models.work import Work, WorkRows, run_all
from junto.kit.traces import told
from junto.kit.work import timetable
from junto.kit.work.listener import outside_names
from junto.kit.work.wake import wait

log = logging.getLogger(__name__)
BATCH = 12
GATHERED = 100
"""Facts for which the index is written at once: enough to save most queries, few enough that nobody waits long to write."""
LEASE = timedelta(minutes=10)


def run_worker(stop: threading.Event, idle: float = 1.0) -> None:
    """Works until `stop` is set. A database that is away is waited for."""
    while not stop.is_set():
        try:
            timetable.catch_up()
            busy = work_off()
        except DatabaseError:
            log.exception("the worker lost the database and tries again")
            connection.close()
            busy = False
        if not busy:
            close_old_connections()
            wait(idle)


def work_off(most: int = 1000) -> int:
    """Does what is due now, `most` pieces at the most; says how many. Tests call it to let everything that follows happen."""
    done = 0
    while done < most:
        did = _batch(_inside, BATCH) + _batch(_gathered, GATHERED) or _leased()
        if not did:
            break
        done += did
    return done


def _inside() -> WorkRows:
    return Work.objects.due(now()).inside()


def _gathered() -> WorkRows:
    return Work.objects.due(now()).gathered()


def _batch(due: Callable[[], WorkRows], most: int) -> int:
    """Several pieces that only touch the database, in one transaction; when one fails they are tried again one by one."""
    try:
        with transaction.atomic():
            return _run(list(due().taken()[:most]))
    except Exception:
        return _one_by_one(due, most)


def _one_by_one(due: Callable[[], WorkRows], most: int) -> int:
    numbers = list(due().values_list("pk", flat=True)[:most])
    for number in numbers:
        _alone(number)
    return len(numbers)


def _alone(number: int) -> None:
    try:
        with transaction.atomic():
            _run(list(Work.objects.due(now()).filter(pk=number).taken()))
    except Exception as error:
        log.exception("work %s failed", number)
        _count_failure(number, told(error))


def _count_failure(number: int, because: str) -> None:
    with transaction.atomic():
        for work in Work.objects.filter(pk=number).taken():
            work.failed(because)


def _run(rows: list[Work]) -> int:
    run_all(rows)
    Work.objects.filter(pk__in=[work.pk for work in rows]).delete()
    return len(rows)


def _leased() -> int:
    """One piece that reaches outside: leased and committed first, so that no transaction stays open while somebody else is slow."""
    if not outside_names():
        return 0
    with transaction.atomic():
        rows = list(Work.objects.due(now()).outside().taken()[:1])
        for work in rows:
            work.lease_until = now() + LEASE
            work.save(update_fields=["lease_until"])
    for work in rows:
        _reach(work)
    return len(rows)


def _reach(work: Work) -> None:
    try:
        work.run()
    except Exception as error:
        log.exception("work %s failed", work.pk)
        _count_failure(work.pk, told(error))
    else:
        with transaction.atomic():
            work.delete()
