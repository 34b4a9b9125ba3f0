"""The round: once an hour it is asked whose letter is due; who has one gets it composed, a few hundred people at a time, and sent.

Kill it anywhere: whoever has the edition of the week is passed over, whoever has none gets it with the next try or the next round.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from junto.digest.chosen import chosen
from junto.digest.due import due
from junto.digest.letter import send_letter
from junto.digest.models import Edition, Thing
from junto.digest.week import Week, gather
from junto.kit.clock import now
from junto.kit.facts import verb
from junto.kit.work import later, later_each, listener, outreach
from junto.notify.defaults import MAIL
from junto.notify.models import Call

AT_ONCE = 500
KEPT = timedelta(days=365)


@listener
def begin_round() -> None:
    """Puts off the composing for everybody whose letter is due now."""
    moment = now()
    waiting: dict[date, list[int]] = defaultdict(list)
    for each in due(moment):
        waiting[each.week].append(each.person)
    for week, people in waiting.items():
        for some in portions(people):
            later(compose_for, people=some, monday=week.isoformat(), until=moment.isoformat())


@outreach
def compose_for(people: list[int], monday: str, until: str) -> None:
    """Composes for these people. It reaches nobody outside, but takes a second or two, and no writer should wait for it that long."""
    week, moment = date.fromisoformat(monday), datetime.fromisoformat(until)
    done = Edition.objects.people_done(people, week)
    compose_portion([person for person in people if person not in done], week, _week(week, moment))


def compose_portion(people: Sequence[int], monday: date, week: Week) -> None:
    """What these people are given, kept, and their letters put off: as many queries for five hundred as for one."""
    _keep(monday, chosen(people, week))


@verb
def _keep(monday: date, things: dict[int, list[Thing]]) -> None:
    editions = Edition.objects.begin_all(monday, things)
    asked_for = set(Call.objects.for_friday(MAIL).filter(person__in=things).values_list("person", flat=True))
    worth = [edition for edition in editions if things[edition.person_id] or edition.person_id in asked_for]
    later_each(send_letter, ((edition.composed_at, {"edition": edition.pk}) for edition in worth))


def portions(numbers: Sequence[int]) -> Iterable[list[int]]:
    """The numbers, so many at a time."""
    return (list(numbers[start : start + AT_ONCE]) for start in range(0, len(numbers), AT_ONCE))


@lru_cache(maxsize=1)
def _week(monday: date, until: datetime) -> Week:
    """Gathered once for a round in each process that works. What changes meanwhile is seen to when a letter goes out or a page is read."""
    return gather(monday, until)


@listener
def tidy() -> None:
    """Editions go after a year; what stood in them may come again then."""
    Edition.objects.filter(composed_at__lt=now() - KEPT).delete()
