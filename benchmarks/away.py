"""Stops PostgreSQL for a minute while people write: what they are told, how long that takes, and how soon everything goes on by itself.

python3 start.py bench away --json          seconds=60 may be given
"""

import contextlib
import http.client
import json
import random
import time
from collections import Counter
from typing import Any

from benchmarks._house import House
from benchmarks._writers import Writer
from benchmarks.kills import PEOPLE, house, wait_for_answers, writing

BEFORE = 20


def run(options: dict[str, str]) -> dict[str, Any]:
    """Measures on a house and a PostgreSQL of its own."""
    with house("postgresql") as (built, postgres):
        people = json.loads(built.python("benchmarks._kills_people", str(PEOPLE)))
        writers = [Writer(built, **person, chance=random.Random(at)) for at, person in enumerate(people)]
        built.start()
        with writing(writers):
            wait_for_answers(writers, BEFORE)
            postgres.stop()
            told = ask(built, writers[0], float(options.get("seconds", 60)))
            postgres.start_in_earnest()
            began = time.monotonic()
            wait_for_answers(writers, 1)
            back = time.monotonic() - began
            wait_for_answers(writers, BEFORE)
        built.stop()
        found = json.loads(built.python("benchmarks._kills_found", given=json.dumps([writer.told() for writer in writers])))
        return {**told, "seconds_until_it_went_on": round(back, 1), **found}


def ask(built: House, writer: Writer, seconds: float) -> dict[str, Any]:
    """Asks for a page again and again: what came, and how long the slowest took."""
    until, came, slowest = time.monotonic() + seconds, Counter[str](), 0.0
    while time.monotonic() < until:
        began = time.monotonic()
        came[status(built, writer)] += 1
        slowest = max(slowest, time.monotonic() - began)
        time.sleep(0.2)
    return {"pages": dict(came), "slowest_page_s": round(slowest, 1)}


def status(built: House, writer: Writer) -> str:
    """The status of one page, and whether it says when to come back."""
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", built.port, timeout=60)) as connection:
        connection.request("GET", f"/threads/{writer.thread}/", headers=writer.headers)
        answer = connection.getresponse()
        return f"{answer.status}{', Retry-After' if answer.getheader('Retry-After') else ''}"
