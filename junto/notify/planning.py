"""Plans by which means and when people are called of lines of their inbox: the same few queries for however many people."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from junto.kit.clock import now
from junto.kit.compiled import compiled
from junto.kit.facts import Fact
from junto.kit.notices import Notice
from junto.notify.calling import Round, set_out
from junto.notify.hours import Budget, Reach, decide
from junto.notify.means import Means, When
from junto.notify.models import Call, ClosedWay, InboxItem, Preferences
from junto.people.models import Person
from junto.people.zones import zone_of

GATHERED = timedelta(seconds=40)
"""How long a call waits for others that come right after it: within a minute of what happened it is out."""
MARGIN = timedelta(seconds=5)
"""Whatever is due sooner may be on its way already, and takes nothing along."""


def plan(lines: Sequence[InboxItem], notice: Notice, fact: Fact) -> None:
    """Puts down a call for each line and each means by which its person wants to hear of such things."""
    means = [each for each in Means.every() if each.is_there()]
    if not means or not lines:
        return
    people = _people(people=sorted(line.person_id for line in lines))
    wanted = Wanted(people, means)
    rounds = set(_rounds(people=[person.pk for person in people], after=now() + MARGIN))
    made = [call for line in lines for call in wanted.calls(line, notice, fact)]
    join(made, rounds)
    Call.objects.bulk_create(made)
    set_out(made, rounds)


class Wanted:
    """By which means these people are reached now, and what they want to be called of."""

    def __init__(self, people: Sequence[Person], means: Sequence[Means]) -> None:
        numbers = [person.pk for person in people]
        self._zones = {person.pk: zone_of(person) for person in people}
        self._preferences = Preferences.objects.of_each(numbers)
        closed = ClosedWay.objects.among(numbers)
        self._ways = {(number, each.name) for each in means for number in each.reached_of(people)} - closed
        self._means = means

    def calls(self, line: InboxItem, notice: Notice, fact: Fact) -> Iterable[Call]:
        """The calls of this line, not kept yet."""
        for each in self._means:
            when, due_at = self._decide(line.person_id, each.name, notice)
            if when is not When.NOT:
                yield self._call(line, fact, each.name).move(when, due_at)

    def _decide(self, person: int, means: str, notice: Notice) -> tuple[When, datetime | None]:
        if (person, means) not in self._ways:
            return When.NOT, None
        preferences = self._preferences[person]
        wish, hours = preferences.wish(means, notice.concern), preferences.hours(self._zones[person])
        return decide(wish, Reach.EVERYWHERE, hours, Budget(preferences.a_day), now() + GATHERED)

    def _call(self, line: InboxItem, fact: Fact, means: str) -> Call:
        by = getattr(fact, "by_id", None)
        return Call(person_id=line.person_id, item=line, means=means, fact_id=fact.id, post_id=line.post_id, by_id=by, at=fact.at or now())


def join(calls: Iterable[Call], rounds: Collection[Round]) -> None:
    """Has calls at once go out with the next round of their means, if there is one before their own time."""
    nexts: dict[tuple[int, str], datetime] = {}
    for person, means, at in rounds:
        nexts[person, means] = min(at, nexts.get((person, means), at))
    for call in calls:
        sooner = nexts.get((call.person_id, call.means))
        if call.when == When.AT_ONCE and call.due_at and sooner and sooner < call.due_at:
            call.due_at = sooner


@compiled
def _people(people: list[int]) -> Any:
    return Person.objects.filter(pk__in=people)


@compiled
def _rounds(people: list[int], after: Any) -> Any:
    return Call.objects.waiting().filter(person__in=people, due_at__gt=after).values_list("person_id", "means", "due_at").distinct()
