"""Makes readable lines out of inbox rows, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from junto.kit.compiled import compiled
from junto.kit.notices import WAITED_FOR, Concern, Notice, Target, Told
from junto.notify.models import InboxActor, InboxItem
from junto.people.models import Person
from junto.spaces.models import Space
from junto.topics.models import Topic


@dataclass(frozen=True)
class Line:
    """A row of the inbox as a page shows it."""

    item: InboxItem
    says: str
    url: str
    icon: str
    asks: bool
    waits: bool
    for_me: bool
    """Asked of the reader, said to them, or the answer to their question; the rest is good to know."""
    faces: Sequence[Person]
    because: str


def lines(items: Sequence[InboxItem], reader: Person) -> list[Line]:
    """The rows that still lead somewhere the reader may go, as lines; the others are passed over."""
    people, found, wished = _people(items), targets(items, reader), wishes(items, reader)
    return [_line(item, people[item.pk], found[item.subject], wished.get(item.wish, "")) for item in items if item.subject in found]


def _people(items: Iterable[InboxItem]) -> dict[int, list[Person]]:
    """Who did it, newest first, for every row at once."""
    found = defaultdict(list)
    for actor in _actors(items=[item.pk for item in items]):
        found[actor.item_id].append(actor.person)
    return found


@compiled
def _actors(items: list[int]) -> "QuerySet[InboxActor]":
    return InboxActor.objects.filter(item__in=items).select_related("person").order_by("-pk")


def targets(items: Iterable[InboxItem], reader: Person) -> dict[str, Target]:
    """Where each subject leads: one query for each family of subjects, and only what the reader may see now."""
    notices: dict[str, Notice] = {}
    wanted = defaultdict(set)
    for item in items:
        family = item.subject.partition(":")[0]
        notices[family] = Notice.registry[item.notice]
        wanted[family].add(item.subject)
    return {address: target for family, some in wanted.items() for address, target in notices[family].targets(some, reader).items()}


def wishes(items: Iterable[InboxItem], reader: Person) -> dict[str, str]:
    """The names of spaces, topics and people of which the reader wants to hear everything, by address: one query for each kind."""
    wanted = defaultdict(set)
    for item in items:
        if item.wish:
            family, _, number = item.wish.partition(":")
            wanted[family].add(int(number))
    return {f"{family}:{pk}": name for family, some in wanted.items() for pk, name in _names(family, some, reader)}


def _names(family: str, numbers: set[int], reader: Person) -> Any:
    rows: Any = {"space": Space, "topic": Topic, "person": Person}[family].objects
    return rows.visible_to(reader).filter(pk__in=numbers).values_list("pk", "name")


def _line(item: InboxItem, people: list[Person], target: Target, wish: str) -> Line:
    notice = Notice.registry[item.notice]
    told = Told([person.name for person in people[:2]], len(people), target, wish)
    said, link, because = notice.says(told), notice.leads_to(target), notice.because(told)
    return Line(item, said, link, notice.icon, notice.asks, item.is_waiting, _is_for_me(notice, target), people[:3], because)


def _is_for_me(notice: Notice, target: Target) -> bool:
    return notice.asks or notice.concern in WAITED_FOR or (notice.concern is Concern.ANSWERS and target.is_own)
