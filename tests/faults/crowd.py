"""Many processes at one database: people who post, and workers; every so often one of them is killed in the middle of a transaction.

Run by `test_killed_processes` as a process of its own, which forks the others: `python -m tests.faults.crowd THREAD PERSON…`.
It prints how many were killed. Nobody is killed from outside: each process carries a fuse and kills itself (-9) right after a
statement inside a transaction, so that it always hits one.
"""

import multiprocessing
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from typing import Any

import django
from django.db import connection

POSTS = 60
WORKERS = 3
KILLS = 30
SHORTEST, LONGEST = 5, 250
"""How many statements a process lives."""
forking = multiprocessing.get_context("fork")


def main() -> None:
    """Starts everybody, puts a new one in the place of each that was killed, and ends when all is written and enough were killed."""
    django.setup()
    thread, *people = map(int, sys.argv[1:])
    chance = random.Random(thread)
    tasks: list[tuple[Callable[..., None], tuple[int, ...]]] = [(write, (thread, person)) for person in people]
    tasks += [(work, ())] * WORKERS
    running, killed = {number: begin(*task, fuse=fuse(chance)) for number, task in enumerate(tasks)}, 0
    while killed < KILLS or any(running[number].exitcode is None for number in range(len(people))):
        time.sleep(0.005)
        for number, process in running.items():
            if process.exitcode == -signal.SIGKILL:
                killed += 1
                running[number] = begin(*tasks[number], fuse=fuse(chance) if killed < KILLS else 0)
            assert process.exitcode in (None, 0, -signal.SIGKILL), "a process failed by itself"
    for process in running.values():
        process.kill()
    print(killed)


def fuse(chance: random.Random) -> int:
    """After how many statements a process kills itself."""
    return chance.randint(SHORTEST, LONGEST)


def begin(task: Callable[..., None], arguments: tuple[int, ...], *, fuse: int) -> Any:
    """A new process for that task."""
    process = forking.Process(target=carry, args=(fuse, task, *arguments))
    process.start()
    return process


def carry(left: int, task: Callable[..., None], *arguments: int) -> None:
    """Does the task until the fuse has burnt down; with 0 there is none."""

    def burn(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        nonlocal left
        done = execute(sql, params, many, context)
        left -= 1
        if left <= 0 and connection.in_atomic_block:
            os.kill(os.getpid(), signal.SIGKILL)
        return done

    if left:
        connection.execute_wrappers.append(burn)
    task(*arguments)


def write(thread_id: int, person_id: int) -> None:
    """Somebody answers until POSTS of their answers stand in the thread."""
    from junto.people.models import Person
    from junto.posts.models import Post, Thread

    thread, person = Thread.objects.get(pk=thread_id), Person.objects.get(pk=person_id)
    while (number := Post.objects.filter(thread=thread, author=person, kind=Post.Kind.ANSWER).count()) < POSTS:
        thread.reply(by=person, source=f"Answer {number} of {person.name}.")


def work() -> None:
    """Works until killed, or until whoever started it is gone."""
    from junto.kit.work.worker import work_off

    parent = os.getppid()
    while os.getppid() == parent:
        work_off()
        time.sleep(0.01)


if __name__ == "__main__":
    main()
