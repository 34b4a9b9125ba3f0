"""What Friday's digest costs: 10,000 people, 1,000,000 facts; everybody's edition composed in one round, as the worker does it.

`people_per_s` is people for each second of CPU of this process and of the database server, because a machine that others use as well
is slow by the clock. `cpu_s_per_thousand_people` says the same the other way round. Memory is the most a process held that had just begun.
Letters are drawn up beside, for some of them: what still stands is asked anew for each.
Runs on a database of its own: a SQLite file aside or, with DATABASE_URL, a new database on that server, dropped at the end.
"""

import json
import os
import subprocess
import sys
import time
from typing import Any

from benchmarks._aside import is_aside, run_aside
from benchmarks._cpu import cpu_seconds, family, memory_mb

LETTERS = 200


def run(options: dict[str, str]) -> dict[str, Any]:
    """Builds the house in one process, composes in another, so that building takes no memory of the round."""
    if not is_aside():
        return run_aside("digest", options)
    if options.get("part") == "round":
        return _round()
    built = _build(int(options.get("people", 10_000)), int(options.get("facts", 1_000_000)))
    command = [sys.executable, "-m", "junto", "bench", "digest", "part=round", "--json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return {**built, **json.loads(done.stdout.strip().splitlines()[-1])}


def _build(people: int, facts: int) -> dict[str, Any]:
    from django.core.management import call_command
    from django.db import connection

    from benchmarks._large_house import LargeHouse

    call_command("migrate", verbosity=0, interactive=False)
    began = time.perf_counter()
    LargeHouse(people, facts).build()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return {"database": connection.vendor, "people": people, "facts": facts, "built_in_s": round(time.perf_counter() - began, 1)}


def _round() -> dict[str, Any]:
    """The whole round of one Monday, for everybody at once, and then some letters."""
    from django.db import connection

    from benchmarks.pages import database_process
    from junto.digest.models import Edition, Thing

    counted: list[str] = []
    server = database_process(connection)

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        counted.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        before, began = _cpu(server), time.perf_counter()
        people, gathering = _compose_for_everybody(lambda: _cpu(server))
        spent, took = _cpu(server) - before, time.perf_counter() - began
    memory = memory_mb(os.getpid(), "VmHWM")
    return {
        "people_per_s": round(people / spent),
        "queries_per_person": round(len(counted) / people, 4),
        "memory_mb": round(memory),
        "cpu_s_per_thousand_people": round(spent / people * 1000, 2),
        "cpu_s_gathering_the_week": round(gathering, 2),
        "seconds": round(took, 1),
        "with_something": round(Edition.objects.with_something().count() / people, 3),
        "things_each": round(Thing.objects.count() / people, 2),
        "letter_cpu_ms": round(_letters(server) * 1000, 1),
    }


def _cpu(server: int | None) -> float:
    return cpu_seconds([os.getpid(), *(family(server) if server else [])])


def _compose_for_everybody(cpu: Any) -> tuple[int, float]:
    from datetime import timedelta

    from junto.digest.rounds import compose_portion, portions
    from junto.digest.week import gather
    from junto.kit.clock import now
    from junto.people.models import Person

    monday, before = now().date() - timedelta(days=now().weekday()), cpu()
    week = gather(monday, now())
    gathering = cpu() - before
    people = list(Person.objects.here().with_account().values_list("pk", flat=True))
    for some in portions(people):
        compose_portion(some, monday, week)
    return len(people), gathering


def _letters(server: int | None) -> float:
    """CPU seconds a letter: what still stands, and the letter as HTML and plain text."""
    from junto.digest.also import also_for
    from junto.digest.letter import draw_up
    from junto.digest.models import Edition, Rhythm
    from junto.digest.reading import lines_of

    editions = list(Edition.objects.with_something().select_related("person")[:LETTERS])
    before = _cpu(server)
    for edition in editions:
        standing = [line for line in lines_of(edition) if line.holds]
        if standing:
            rhythm = Rhythm.objects.of(edition.person)
            draw_up(standing, also_for(edition.person, []), edition.person, rhythm, "/").message("somebody@example.org").message()
    return (_cpu(server) - before) / max(len(editions), 1)
