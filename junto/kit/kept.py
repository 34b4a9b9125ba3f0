"""What kit itself keeps of people: facts, what open pages hear, and work that waits."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from junto.kit.access import Subject
from junto.kit.facts.fact import KINDS
from junto.kit.files.kept import KeptFiles, KeptUploads
from junto.kit.models import FactRecord, StreamEvent, Work
from junto.kit.privacy import Erasure, Kept, Known
from junto.kit.privacy.numbers import cut_off, facts_about, facts_naming
from junto.kit.privacy.retention import cut_off_old_numbers, forget_dead
from junto.kit.stream.publish import forget_old

__all__ = ["KeptFacts", "KeptFiles", "KeptStreamEvents", "KeptUploads", "KeptWork"]
YEAR = 365


class KeptFacts(Kept):
    """Facts say for themselves why they are kept, for whom and how long; those that say the same are told of together."""

    name = "facts"
    model = FactRecord
    what = _("What you did here and what happened to you: what kind of thing and when, without words")
    why = _("so that what follows from it happens")
    readers = _("as each kind says")
    until = _("as each kind says")
    people = ("by_id",)
    fields = ("kind", "at", "data")
    erasure = Erasure.NEVER
    forgotten_by = cut_off_old_numbers

    def rows_about(self, person: int) -> "QuerySet[Any]":
        return facts_about(person)

    def known(self, person: int) -> Iterator[Known]:
        counted: dict[tuple[str, str, str], int] = {}
        for kind, count in _counts(person).items():
            said = (str(KINDS[kind].why), str(KINDS[kind].readers.value), kept_for(KINDS[kind].kept_days))
            counted[said] = counted.get(said, 0) + count
        for (why, readers, until), count in counted.items():
            yield Known(self.what, why, readers, until, self.erasure.value, count)

    def erase(self, person: int, keep_texts: bool) -> None:
        cut_off(person)


class KeptStreamEvents(Kept):
    """What the open pages of one person hear."""

    name = "stream"
    model = StreamEvent
    what = _("That something new is there for your open pages")
    why = _("so that a page that lost its connection misses nothing")
    readers = _("only you")
    until = _("one day")
    forgotten_by = forget_old
    people = ()
    fields = ("topic", "at")

    def rows_about(self, person: int) -> "QuerySet[Any]":
        addresses = [f"{subject.name}:{person}" for subject in Subject.every() if subject.is_person]
        return StreamEvent.objects.filter(topic__in=addresses).order_by("pk")

    def erase(self, person: int, keep_texts: bool) -> None:
        self.rows_about(person).delete()


class KeptWork(Kept):
    """Work that was put off for one person. What a listener is called with is named `person_id` when it is a person's number."""

    name = "work"
    model = Work
    what = _("Work that waits to be done for you, such as a letter to you")
    why = _("so that it happens even when the machine stops in between")
    readers = _("only this Junto; work that failed: its owners")
    until = _("until it is done, usually within seconds; work that failed for good: 90 days")
    forgotten_by = forget_dead
    people = ()
    fields = ("listener", "run_at", "tries")

    def rows_about(self, person: int) -> "QuerySet[Any]":
        return Work.objects.filter(arguments__person_id=person).order_by("pk")

    def erase(self, person: int, keep_texts: bool) -> None:
        """What went wrong with somebody's fact may quote their words: the fact stays, the quotation goes."""
        self.rows_about(person).delete()
        Work.objects.filter(Q(fact__by_id=person) | Q(fact__in=facts_naming(person))).exclude(error="").update(error="")


def _counts(person: int) -> dict[str, int]:
    counts: dict[str, int] = {}
    for rows in (FactRecord.objects.filter(by_id=person), facts_naming(person).exclude(by_id=person)):
        for kind, count in rows.order_by().values_list("kind").annotate(Count("pk")):
            counts[kind] = counts.get(kind, 0) + count
    return {kind: count for kind, count in counts.items() if kind in KINDS}


def kept_for(days: int | None) -> str:
    """For how long a kind of fact keeps people, in words."""
    if days is None:
        return _now("as long as what it is about exists")
    if days % YEAR == 0:
        years = days // YEAR
        return ngettext("a year, then your number is cut off", "%(years)d years, then your number is cut off", years) % {"years": years}
    return ngettext("a day, then your number is cut off", "%(days)d days, then your number is cut off", days) % {"days": days}
