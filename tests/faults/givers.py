"""Many processes that give, replace and take out pictures, and workers beside them; each is killed (-9) sooner or later, anywhere.

Run by `test_killed_with_files` as a process of its own, which forks the others: `python -m tests.faults.givers PERSON…`.
It prints how many were killed.
"""

import io
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from typing import Any

import django
from django.db import connection
from PIL import Image

from tests.faults.crowd import forking, work

WORKERS = 2
KILLS = 16
SHORTEST, LONGEST = 3, 40
"""How many statements a process lives."""


def main() -> None:
    """Puts a new process in the place of each that was killed, until enough were; then kills the rest."""
    django.setup()
    chance = random.Random(7)
    tasks: list[tuple[Callable[..., None], tuple[int, ...]]] = [(give, (int(person),)) for person in sys.argv[1:]]
    tasks += [(work, ())] * WORKERS
    running, killed = {number: begin(chance, task) for number, task in enumerate(tasks)}, 0
    while killed < KILLS:
        time.sleep(0.005)
        for number, process in running.items():
            if process.exitcode == -signal.SIGKILL:
                killed += 1
                running[number] = begin(chance, tasks[number])
            assert process.exitcode in (None, -signal.SIGKILL), "a process failed by itself"
    for process in running.values():
        process.kill()
        process.join()
    print(killed)


def begin(chance: random.Random, task: tuple[Callable[..., None], tuple[int, ...]]) -> Any:
    """A new process for that task, which dies in the middle of it."""
    process = forking.Process(target=carry, args=(chance.randint(SHORTEST, LONGEST), *task))
    process.start()
    return process


def carry(left: int, task: Callable[..., None], arguments: tuple[int, ...]) -> None:
    """Does the task until so many statements were made, inside a transaction or between two."""

    def burn(execute: Callable[..., Any], *given: Any) -> Any:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*given)

    connection.execute_wrappers.append(burn)
    task(*arguments)


def give(person: int) -> None:
    """Somebody who cannot decide."""
    from junto.kit.files.taking_in import take_in, take_out

    chance = random.Random(os.getpid())
    while True:
        file = io.BytesIO()
        Image.new("RGB", (20, 20), chance.randrange(1 << 24)).save(file, "PNG")
        take_in(file, use="person-picture", number=person, by=person)
        if chance.random() < 0.3:
            take_out("person-picture", person, by=person)


if __name__ == "__main__":
    main()
