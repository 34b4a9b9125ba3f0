"""The worker: takes work from the queue until it is told to stop. Kill it anywhere; nothing is lost and nothing happens twice."""

import logging
import threading
from collections.abc import Callable
from datetime import timedelta

from django.db import DatabaseError, close_old_connections, connection, transaction

from junto.kit.clock import now
from junto.kit.models.work import Portion, Work
from junto.kit.traces import told
from junto.kit.work import timetable
from junto.kit.work.due import Lane, take, waits
from junto.kit.work.wake import wait

log = logging.getLogger(__name__)
BATCH = 12
"""As many pieces as one transaction does one by one."""
GATHERED = 100
"""Facts for which the index is written at once: enough to save most queries, few enough that nobody waits long to write."""
LEASE = timedelta(minutes=10)
BETWEEN_VISITS = 1.0
"""Seconds after which it is looked again whether a stranger is to be visited. Nobody rings for that: one bell has one hearer."""
VISITORS = 3
"""How many strangers are visited at once: one who is slow on purpose leaves the others their visit."""


def run_worker(stop: threading.Event) -> None:
    """Works until `stop` is set. A database that is away is waited for.

    Visits to strangers have threads beside, which end with the process: what they were at is leased, and done by whoever comes next.
    """
    for number in range(VISITORS):
        threading.Thread(target=_visit, args=(stop,), name=f"visits-{number}", daemon=True).start()
    _go_on(stop, _look_after_the_house, wait)


def _look_after_the_house() -> int:
    timetable.catch_up()
    return _inside() or _outside(Lane.ERRANDS)


def _visit(stop: threading.Event) -> None:
    try:
        _go_on(stop, lambda: _outside(Lane.VISITS), lambda: stop.wait(BETWEEN_VISITS))
    finally:
        connection.close()


def _go_on(stop: threading.Event, work: Callable[[], int], rest: Callable[[], object]) -> None:
    while not stop.is_set():
        try:
            busy = work()
        except DatabaseError:
            log.exception("the worker lost the database and tries again")
            connection.close()
            busy = 0
        if not busy:
            close_old_connections()
            rest()


def work_off(most: int = 1000) -> int:
    """Does what is due now, `most` pieces at the most; says how many. Tests call it to let everything that follows happen."""
    done = 0
    while done < most:
        did = _inside() or _outside(Lane.OUTSIDE)
        if not did:
            break
        done += did
    return done


def _inside() -> int:
    """Several pieces that only touch the database, in one transaction; when one fails they are tried again one by one."""
    if not waits(Lane.INSIDE):
        return 0
    portion = Portion([], [])
    try:
        with transaction.atomic():
            portion = Portion.of(take(Lane.INSIDE, GATHERED), BATCH)
            _run(portion)
    except Exception:
        if not portion.rows:
            raise
        for work in portion.rows:
            _alone(work.pk)
    return len(portion.rows)


def _alone(number: int) -> None:
    try:
        with transaction.atomic():
            _run(Portion.of(Work.objects.due(now()).filter(pk=number).taken()))
    except Exception as error:
        log.exception("work %s failed", number)
        _count_failure(number, told(error))


def _count_failure(number: int, because: str) -> None:
    with transaction.atomic():
        for work in Work.objects.filter(pk=number).taken():
            work.failed(because)


def _run(portion: Portion) -> None:
    portion.run()
    timetable.remember_run(work.listener for work in portion.rows)
    Work.objects.filter(pk__in=[work.pk for work in portion.rows]).delete()


def _outside(lane: Lane) -> int:
    """One piece that reaches outside: leased and committed first, so that no transaction stays open while somebody else is slow."""
    if not waits(lane):
        return 0
    with transaction.atomic():
        rows = take(lane, 1)
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
            timetable.remember_run([work.listener])
            work.delete()
