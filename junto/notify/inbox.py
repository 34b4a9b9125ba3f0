"""Tells people, in their inbox, of what concerns them: not of their own acts, not of what they may not see, not twice."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef

from junto.kit.access import may_see
from junto.kit.clock import now
from junto.kit.compiled import compiled
from junto.kit.facts import Fact
from junto.kit.notices import Notice
from junto.kit.stream.publish import send
from junto.kit.work import listener
from junto.notify.hours import Reach
from junto.notify.models import InboxActor, InboxItem
from junto.notify.models.inbox_item import InboxItemRows
from junto.notify.mutes import Matter, Mutes
from junto.notify.planning import plan
from junto.people.models import Person
from junto.posts.models import Thread

KEPT = timedelta(days=180)


@listener
def tell(fact: Fact) -> None:
    """Puts the fact into the inboxes of those it concerns."""
    told: set[int] = set()
    for notice in Notice.every():
        if isinstance(fact, notice.kinds):
            told |= _tell(notice, fact)
    send(fact.id, [f"inbox:{person}" for person in told])


@listener
def forget(fact: Fact) -> None:
    """Takes out of inboxes what somebody may no longer see, because they left, the space was closed to them, or it was deleted."""
    for subject in InboxItem.objects.filter(subject__in=_touched(fact)).values_list("subject", flat=True).distinct():
        rows = InboxItem.objects.filter(subject=subject)
        people = set(rows.values_list("person_id", flat=True))
        rows.filter(person__in=people - may_see(subject, people)).delete()


@listener
def tidy() -> None:
    """Lets lines go that were seen long ago, in the inbox or where the thing itself stands."""
    before = now() - KEPT
    InboxItem.objects.filter(seen_at__lt=before).delete()
    InboxItem.objects.read_before(before).delete()


def how_much_waits(person: Person) -> int:
    """How many lines wait for this person; a hundred and more is a hundred."""
    return len(_waiting_for(person=person.pk))


@compiled
def _waiting_for(person: int) -> InboxItemRows:
    return InboxItem.objects.filter(person=person).waiting().only("pk")[:100]


def _tell(notice: Notice, fact: Fact) -> set[int]:
    """Writes the lines of those it gets to, and plans by what else they are called. Says who has a line."""
    by = getattr(fact, "by_id", None)
    wanted = notice.concerns(fact)
    allowed = may_see(notice.subject(fact), set(wanted) - {by}) if set(wanted) - {by} else set()
    people = {person for (person,) in _reachable(people=sorted(allowed))}
    if not people:
        return set()
    matter = Matter.in_fact(notice, fact)
    mutes = Mutes(people, [matter])
    reach = {person: mutes.reach(person, matter) for person in people}
    told = {person for person in people if reach[person] is not Reach.NOWHERE}
    lines = _write(_lines(notice, notice.subject(fact), told), notice, fact, by, wanted)
    _take_over(notice, fact, by, told)
    plan([line for line in lines if reach[line.person_id] is Reach.EVERYWHERE], notice, fact)
    return told


@compiled
def _reachable(people: list[int]) -> Any:
    return Person.objects.here().with_account().filter(pk__in=people).values_list("pk")


@compiled
def _growing(notice: str, subject: str, people: list[int]) -> InboxItemRows:
    return InboxItem.objects.filter(notice=notice, subject=subject, person__in=people).waiting()


def _lines(notice: Notice, subject: str, people: Collection[int]) -> list[InboxItem]:
    """For each person the line that can still grow, or a new one. A line whose thread was read meanwhile is settled."""
    growing = {row.person_id: row for row in _growing(notice=notice.name, subject=subject, people=sorted(people))}
    settled = set(people) - growing.keys()
    if settled:
        InboxItem.objects.filter(notice=notice.name, subject=subject, person__in=settled, seen_at=None).update(seen_at=now())
    return [growing.get(person) or InboxItem(person_id=person, notice=notice.name, subject=subject) for person in sorted(people)]


def _write(lines: list[InboxItem], notice: Notice, fact: Fact, by: int | None, wanted: Collection[int]) -> list[InboxItem]:
    """However many people are told, the same few queries."""
    if not lines:
        return lines
    latest: dict[str, Any] = {
        "last_fact_id": fact.id,
        "at": fact.at,
        "thread_id": getattr(fact, "thread_id", None),
        "post_id": notice.place(fact),
    }
    for line in lines:
        vars(line).update(latest)
        if isinstance(wanted, Mapping):
            line.wish = wanted[line.person_id]
    InboxItem.objects.bulk_create([line for line in lines if line.pk is None])
    InboxItem.objects.filter(pk__in=[line.pk for line in lines]).update(**latest)
    if by is not None:
        InboxActor.objects.bulk_create([InboxActor(item=line, person_id=by) for line in lines], ignore_conflicts=True)
    return lines


def _take_over(notice: Notice, fact: Fact, by: int | None, people: Collection[int]) -> None:
    """Lines that say less of the same go, if nobody else stands in them."""
    if not notice.instead_of or by is None:
        return
    said = InboxItem.objects.filter(notice__in=notice.instead_of, subject=notice.subject(fact), person__in=people, seen_at=None)
    others = InboxActor.objects.filter(item=OuterRef("pk")).exclude(person=by)
    said.filter(~Exists(others), post_id=notice.place(fact)).delete()


def _touched(fact: Fact) -> list[str]:
    """The addresses whose sight may have become narrower."""
    thread, space = getattr(fact, "thread_id", None), getattr(fact, "space_id", None)
    if thread is not None:
        return [f"thread:{thread}"]
    told = InboxItem.objects.filter(thread_id__in=Thread.objects.filter(space=space).values("pk"))
    return [f"known-space:{space}", *told.values_list("subject", flat=True).distinct()]
