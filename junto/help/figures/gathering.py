"""The questions that figures are made of, as they stood at the end of the time. One list for figures and for what is behind them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Exists, F, Min, OuterRef, Subquery

from junto.help.models import Note, Outcome
from junto.help.waiting.usual import HOUR
from junto.kit.business_hours import business_hours
from junto.kit.clock import now
from junto.kit.release import FEWEST
from junto.people.models import Person
from junto.posts.models import Acceptance, Helped, Origin, Post, Thread
from junto.spaces.models import Space

MONTHS = 3


@dataclass(frozen=True)
class Question:
    """One question: hours are hours of work; None for what had not happened by then.

    `waited` is how long it could have happened, until it was closed; `seen` is how long one could have looked, closed or not.
    """

    thread: int
    title: str
    language: str
    asker: int | None
    opened: datetime
    waited: float
    seen: float
    answered: float | None
    solved: float | None
    answerers: tuple[int | None, ...] = ()
    """Who wrote each of its answers."""
    is_reused: bool = False
    says: str = ""
    captures: tuple["Capture", ...] = ()
    """What of it comes from notes of the hallway."""


@dataclass(frozen=True)
class Capture:
    """A note of the hallway that became an answer: who wrote it, and whether it was of use to somebody else."""

    writer: int
    is_reused: bool


class Time:
    """The last three whole months, in the zone of the house. Figures stand still within a month, so no two days can be compared."""

    def __init__(self, moment: datetime) -> None:
        here = moment.astimezone(business_hours().zone)
        self.begins = [_month(here, back) for back in range(MONTHS, -1, -1)]
        self.since, self.until = self.begins[0], self.begins[-1]

    def part_of(self, moment: datetime) -> int:
        """Which of the months it lies in."""
        return sum(moment >= begin for begin in self.begins[1:])


def _month(here: datetime, back: int) -> datetime:
    year, month = divmod(here.year * 12 + here.month - 1 - back, 12)
    return datetime(year, month + 1, 1, tzinfo=here.tzinfo)


class Gathered:
    """The questions of a space that figures may be made of, as far as this reader may read them."""

    def __init__(self, space: Space, reader: Person, moment: datetime | None = None) -> None:
        self.space, self.reader, self.time = space, reader, Time(moment or now())

    @cached_property
    def questions(self) -> list[Question]:
        """Of months in which fewer than five people asked, none: figures of two times that differ by those would tell of them."""
        asked = _asked(self.space, self.reader, self.time)
        askers: dict[int, set[int | None]] = defaultdict(set)
        for question in asked:
            askers[self.time.part_of(question.opened)].add(question.asker)
        enough = {part for part, people in askers.items() if len(people - {None}) >= FEWEST}
        return _with_answers([each for each in asked if self.time.part_of(each.opened) in enough], self.time.until)


def _asked(space: Space, reader: Person, time: Time) -> list[Question]:
    threads = Thread.objects.filter(space=space, kind="question", opened_at__gte=time.since, opened_at__lt=time.until).visible_to(reader)
    threads = threads.exclude(Exists(Origin.objects.filter(post__thread=OuterRef("pk"), url="")))  # from a list: nobody waited for these
    by_others = Post.objects.filter(thread=OuterRef("pk"), kind=Post.Kind.ANSWER, deletion=None, written_at__lt=time.until)
    first = by_others.exclude(author=OuterRef("author")).order_by("written_at").values("written_at")[:1]
    solved = Acceptance.objects.filter(thread=OuterRef("pk"), at__lt=time.until).order_by().values("thread").annotate(at_first=Min("at"))
    rows = threads.annotate(first=Subquery(first), solved=Subquery(solved.values("at_first"))).order_by("opened_at", "pk")
    wanted = ("pk", "title", "language", "author_id", "opened_at", "first", "solved", "closure__at")
    return [_question(row, time.until) for row in rows.values_list(*wanted)]


def _question(row: Sequence[Any], until: datetime) -> Question:
    thread, title, language, asker, opened, first, solved, closed = row
    hours = business_hours()

    def after(moment: datetime | None) -> float | None:
        return None if moment is None else hours.between(opened, moment) / HOUR

    waited, seen = after(min(closed or until, until)) or 0.0, after(until) or 0.0
    return Question(thread, title, language, asker, opened, waited, seen, after(first), after(solved))


def _with_answers(questions: list[Question], until: datetime) -> list[Question]:
    """With who answered, what was used again, what the asker said, and what comes from the hallway: four queries."""
    threads = [question.thread for question in questions]
    answers = Post.objects.filter(thread__in=threads, kind=Post.Kind.ANSWER, deletion=None, written_at__lt=until)
    answerers: dict[int, tuple[int | None, ...]] = defaultdict(tuple)
    for thread, author in answers.values_list("thread", "author"):
        answerers[thread] += (author,)
    helped = Helped.objects.filter(post__thread__in=threads, post__acceptance__at__lt=until, at__lt=until)
    reused = set(helped.exclude(person=F("post__thread__author")).values_list("post__thread", flat=True))
    captures = _captures(threads, until)
    says = dict(Outcome.objects.filter(thread__in=threads, at__lt=until).values_list("thread", "says"))
    return [
        replace(
            each,
            answerers=answerers[each.thread],
            is_reused=each.thread in reused,
            says=says.get(each.thread, ""),
            captures=tuple(captures[each.thread]),
        )
        for each in questions
    ]


def _captures(threads: Sequence[int], until: datetime) -> Mapping[int, Sequence[Capture]]:
    """Of each thread what was noted in the hallway. It was of use when it helped others, or solved what somebody else had asked."""
    notes = Note.objects.filter(post__thread__in=threads, post__deletion=None, post__written_at__lt=until, deleted_at=None)
    helped = Helped.objects.filter(post=OuterRef("post"), at__lt=until).exclude(person=OuterRef("author"))
    solved = Acceptance.objects.filter(post=OuterRef("post"), at__lt=until).exclude(thread__author=OuterRef("author"))
    rows = notes.annotate(is_reused=Exists(helped) | Exists(solved)).order_by("pk").values_list("post__thread", "author", "is_reused")
    found: dict[int, list[Capture]] = defaultdict(list)
    for thread, writer, is_reused in rows:
        found[thread].append(Capture(writer, is_reused))
    return found
