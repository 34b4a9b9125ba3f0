from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import connection, models
from django.db.models import Q

from junto.kit.clock import now
from junto.kit.facts.fact import Fact
from junto.kit.models.fact_record import FactRecord
from junto.kit.work.listener import LISTENERS, Listener


class WorkRows(models.QuerySet["Work"]):
    def due(self, at: datetime) -> "WorkRows":
        """What may run at that moment, oldest first."""
        free = Q(lease_until__isnull=True) | Q(lease_until__lt=at)
        return self.filter(free, is_dead=False, run_at__lte=at).order_by("run_at", "id")

    def taken(self) -> "WorkRows":
        """Locks the rows for this transaction and passes over those another worker holds (SQLite lets one writer in at a time)."""
        if connection.features.has_select_for_update_skip_locked:
            return self.select_for_update(skip_locked=True, of=("self",))
        return self

    def alive(self) -> "WorkRows":
        """Everything that will still be done."""
        return self.filter(is_dead=False)

    def waiting(self) -> "WorkRows":
        """What is due, or failed and is tried again later; what the timetable has set for its hour does not wait."""
        return self.alive().filter(Q(run_at__lte=now()) | Q(tries__gt=0))

    def dead(self) -> "WorkRows":
        return self.filter(is_dead=True)

    def revive(self) -> int:
        """Gives dead work its tries back; says how many pieces there were."""
        return self.update(tries=0, is_dead=False, run_at=now(), error="")


class Work(models.Model):
    """One piece of work for later: a listener, and a fact or arguments for it. Done, it is deleted; dead, it stays for the owner to see."""

    MOST_TRIES = 8

    listener = models.CharField(max_length=120)
    fact = models.ForeignKey(FactRecord, models.CASCADE, null=True)
    arguments = models.JSONField(default=dict)
    run_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    is_dead = models.BooleanField(default=False)
    error = models.TextField(default="", blank=True)

    objects = WorkRows.as_manager()

    class Meta:
        db_table = "work"
        indexes = [models.Index(fields=["is_dead", "run_at", "id"], name="work_due")]

    def __str__(self) -> str:
        return f"{self.listener} {self.pk}"

    @property
    def listened_by(self) -> Listener:
        """The listener; KeyError when this release no longer knows it."""
        return LISTENERS[self.listener]

    @property
    def is_gathered(self) -> bool:
        """Whether its listener takes many facts at once."""
        return self.fact_id is not None and self.listener in LISTENERS and self.listened_by.hears_history

    def run(self) -> None:
        """Calls the listener with the fact, or with the arguments."""
        if self.fact is not None:
            self.listened_by(self.fact.fact())
        else:
            self.listened_by(**self.arguments)

    def failed(self, because: str) -> None:
        """Counts a failed try and sets the next one, later each time (4 s, 16 s … up to 6 h); after the last the row stays as dead."""
        self.tries += 1
        self.is_dead = self.tries >= self.MOST_TRIES
        self.run_at = now() + timedelta(seconds=min(4**self.tries, 6 * 3600))
        self.lease_until = None
        self.error = because[-4000:]
        self.save(update_fields=["tries", "is_dead", "run_at", "lease_until", "error"])


class Portion(NamedTuple):
    """What one transaction does: some piece by piece, and all whose listener takes many facts at once."""

    single: list[Work]
    gathered: list[Work]

    @classmethod
    def of(cls, rows: Iterable[Work], most: int | None = None) -> "Portion":
        """All of these rows, but at most so many that are done piece by piece."""
        parted: tuple[list[Work], list[Work]] = ([], [])
        for work in rows:
            parted[work.is_gathered].append(work)
        return cls(parted[0][:most], parted[1])

    @property
    def rows(self) -> list[Work]:
        return [*self.single, *self.gathered]

    def run(self) -> None:
        """Does it. A listener that takes many facts is called once, with all of its own."""
        for work in self.single:
            work.run()
        facts: dict[str, list[Fact]] = defaultdict(list)
        for work in self.gathered:
            facts[work.listener] += [work.fact.fact()] if work.fact else []
        for name, told in facts.items():
            LISTENERS[name](told)
