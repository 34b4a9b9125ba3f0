"""How well and how fast what was asked before is found: travel-2017, 25,346 questions by their titles, 2,653 of them marked as duplicates.

`hit_at_5`: each of these asks, all other questions may answer; the share (in percent) that finds what it asks again among the first
five. `_rolling`: in the order of time, only what was asked before may answer, and only what had helped, solved or was linked by then
counts; measured on the later half. `_prefix` and the times: the index filled up to `documents` with other real texts, and of each title
only the first six words of ten. CPU is that of this process and of the database server.
Runs on a database of its own: a SQLite file aside or, with DATABASE_URL, a new database on that server, dropped at the end.
Options: documents=100000, folder=../shared/data/community, parts=all,rolling,large, places=FILE (keeps where texts stand for the next run).
"""

import os
import sys
import time
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from pathlib import Path
from statistics import quantiles
from typing import Any

from benchmarks._aside import is_aside, run_aside
from benchmarks._communities import FOLDER
from benchmarks._cpu import cpu_seconds, family, memory_mb
from benchmarks._meaning import place_all, speaking

TIMED = 600
FIRST, LISTED = 5, 10


def run(options: dict[str, str]) -> dict[str, Any]:
    """Writes the community down, has it indexed and placed as always, and asks."""
    if not is_aside():
        return run_aside("similar", options)
    bench = Bench(Path(options.get("folder", FOLDER)), options.get("places", ""))
    parts = options.get("parts", "all,rolling,large").split(",")
    bench.build()
    if "all" in parts:
        bench.ask_all()
        bench.say()
    if "rolling" in parts:
        bench.ask_rolling()
        bench.say()
    if "large" in parts:
        bench.fill_up(int(options.get("documents", 100_000)))
        bench.ask_large()
    return bench.found


class Asked:
    """What came of some questions."""

    def __init__(self) -> None:
        self.places: list[int] = []

    def count(self, answers: Collection[int], wanted: Collection[int]) -> None:
        """`answers` in their order; what place the first of those wanted has."""
        self.places.append(next((place for place, answer in enumerate(answers, 1) if answer in wanted), 0))

    @property
    def hit_at_5(self) -> float:
        """In percent."""
        return round(100 * sum(0 < place <= FIRST for place in self.places) / len(self.places), 2)

    @property
    def mrr_at_10(self) -> float:
        """In percent."""
        return round(100 * sum(1 / place for place in self.places if 0 < place <= LISTED) / len(self.places), 2)


class Bench:
    """One community, asked in several ways."""

    def __init__(self, folder: Path, places: str) -> None:
        from benchmarks._travel import Travel

        self.travel, self.places = Travel(folder), places
        self.found: dict[str, Any] = {}

    def say(self) -> None:
        """What was found so far, for somebody who waits."""
        print(self.found, file=sys.stderr, flush=True)

    def build(self) -> None:
        """All questions, indexed and placed."""
        from django.core.management import call_command
        from django.db import connection, transaction

        from benchmarks._travel import write_down
        from junto.people.models import Person
        from junto.spaces.models import Space

        call_command("migrate", verbosity=0, interactive=False)
        with transaction.atomic():
            self.person = Person.objects.join(name="Reader", email="reader@example.org", password=None)
            self.space = Space.objects.start(by=self.person, name="Travel", purpose="So that this can be measured.")
        write_down(self.space, {one.number: (one.title, one.at) for one in self.travel.questions.values()})
        self.found["database"] = connection.vendor
        self._index("")

    def fill_up(self, documents: int) -> None:
        """With texts that have nothing to do with travelling, and some that have."""
        from benchmarks._travel import write_down
        from junto.kit.clock import now

        first = max(self.travel.questions) + 1
        others = self.travel.others(documents - len(self.travel.questions))
        write_down(self.space, {first + number: (text or "…", now()) for number, text in enumerate(others)})
        self._index("_large")

    def _index(self, of: str) -> None:
        from django.core.management import call_command
        from django.db import connection

        from benchmarks.pages import database_process
        from junto.kit.models import Work
        from junto.search.models import Document

        server, before = database_process(connection), time.monotonic()
        spent = cpu(server)
        call_command("reindex", stdout=sys.stderr)
        self.found |= {f"index_cpu_s{of}": round(cpu(server) - spent), f"index_s{of}": round(time.monotonic() - before)}
        Work.objects.all().delete()
        self.found[f"placed_per_cpu_s{of}"] = place_all(self.places)
        self.found[f"documents{of}"] = Document.objects.filter(subject="thread").count()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def ask_all(self) -> None:
        """Every duplicate, among all others."""
        for of in ("", "_words_only"):
            with speaking(words_only=bool(of)):
                asked = self._ask(self.travel.same, lambda question: self._answers(question.title, question.number))
            self.found |= {f"hit_at_5{of}": asked.hit_at_5, f"mrr_at_10{of}": asked.mrr_at_10}

    def _ask(self, numbers: Iterable[int], answers: Callable[[Any], list[int]]) -> Asked:
        asked = Asked()
        for number in numbers:
            asked.count(answers(self.travel.questions[number]), self.travel.same[number])
        return asked

    def _answers(self, words: str, besides: int, **more: Any) -> list[int]:
        from junto.search.similar import similar

        found = similar(words, person=self.person, most=LISTED + 1, **more)
        return [one.thread for one in found if one.thread != besides][:LISTED]

    def ask_rolling(self) -> None:
        """In the order of time, with what use had taught by then."""
        asks = [number for number in self.travel.questions if any(other < number for other in self.travel.same.get(number, ()))]
        later = asks[len(asks) // 2 :]
        asked = {"": Asked(), "_words_only": Asked()}
        shown = unhelped = 0
        for number in Lessons(self.travel).learned_by(later):
            question = self.travel.questions[number]
            for of, counted in asked.items():
                with speaking(words_only=bool(of)):
                    answers = self._answers(question.title, number, among=before(question.at))
                counted.count(answers, self.travel.same[number])
                if not of:
                    first = answers[:FIRST]
                    shown, unhelped = shown + len(first), unhelped + never_helped(first)
        for of, counted in asked.items():
            self.found |= {f"hit_at_5_rolling{of}": counted.hit_at_5, f"mrr_at_10_rolling{of}": counted.mrr_at_10}
        self.found["share_never_helped"] = round(unhelped / shown, 3)
        forget_lessons()

    def ask_large(self) -> None:
        """With the first words only, as they are typed; and what it costs."""
        from django.db import connection

        from benchmarks.pages import database_process

        server = database_process(connection)
        spent: list[float] = []

        def timed(question: Any) -> list[int]:
            before = cpu(server)
            found = self._answers(beginning(question.title), question.number, is_being_typed=True)
            spent.append((cpu(server) - before) * 1000)
            return found

        with speaking(words_only=True):
            prefix = self._ask(list(self.travel.same)[:TIMED], timed)
        self.found |= percentiles(spent, "_words_only")
        spent.clear()
        prefix = self._ask(self.travel.same, timed)
        self.found |= {"hit_at_5_prefix": prefix.hit_at_5, **percentiles(spent, "")}
        self.found["memory_mb"] = memory_mb(os.getpid())


def percentiles(spent: list[float], of: str) -> dict[str, float]:
    """In milliseconds of CPU."""
    cuts = quantiles(spent, n=100)
    return {f"p50_cpu_ms{of}": round(cuts[49], 1), f"p99_cpu_ms{of}": round(cuts[98], 1)}


def cpu(server: int | None) -> float:
    return cpu_seconds([os.getpid(), *(family(server) if server else [])])


def beginning(title: str) -> str:
    """The first six words of ten."""
    words = title.split()
    return " ".join(words[: max(1, round(len(words) * 0.6))])


def before(moment: datetime) -> Any:
    """Only what was there by then."""
    from junto.search.among import Narrowed

    return Narrowed(before=(moment,))


def never_helped(threads: list[int]) -> int:
    """How many of these nobody had found of use by then."""
    from junto.search.models import Document

    return Document.objects.filter(subject="thread", number__in=threads, use=0).count()


def forget_lessons() -> None:
    """As if nothing had helped anybody."""
    from junto.search.models import Document

    Document.objects.update(use=0)


class Lessons:
    """What use taught, day by day, as the product counts it."""

    def __init__(self, travel: Any) -> None:
        self.questions, self.events = travel.questions, list(travel.happened())
        self.counts: dict[int, dict[str, int]] = {}

    def learned_by(self, asks: Iterable[int]) -> Iterable[int]:
        """Each of these questions, at the moment it was asked: everything before it is learned, nothing after."""
        from django.db import transaction

        from junto.kit.searchable import used
        from junto.search.models import Document

        events = iter(self.events)
        event = next(events, None)
        for number in asks:
            touched = set()
            while event and event[0] < self.questions[number].at:
                _, kind, thread = event
                counts = self.counts.setdefault(thread, {"helped": 0, "solved": 0, "linked": 0})
                counts[kind] += 1
                touched.add(thread)
                event = next(events, None)
            with transaction.atomic():
                for thread in touched:
                    Document.objects.filter(subject="thread", number=thread).update(use=used(**self.counts[thread]))
            yield number
