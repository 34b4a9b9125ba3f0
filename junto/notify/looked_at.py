"""How much was sent, and how much of it was looked at: for owners about everybody, for a person about themselves. Nobody is followed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from junto.kit.business_hours import business_hours
from junto.kit.clock import now
from junto.kit.notices import Concern
from junto.kit.release import FEWEST, coarse
from junto.kit.work import listener
from junto.notify.means import Means, When
from junto.notify.models import CallMade, Preferences
from junto.notify.models.call_made import A_WEEK, CallMadeRows
from junto.people.models import Person

FOUR_WEEKS = timedelta(days=28)
KEPT = timedelta(days=49)
"""Four whole weeks, the week in which one may still look, and as far as the last whole week lies back."""
MANY = 8
"""So many of a kind in four weeks, none of them looked at, are worth a question."""


@listener
def look_back() -> None:
    """Writes down what was looked at within its week, and lets go what is too old for any figure."""
    CallMade.objects.look_back(now())
    CallMade.objects.filter(at__lt=now() - KEPT).delete()


@dataclass(frozen=True)
class Sent:
    """Of one kind of concern, by one means: how many calls there were, and which share of them was looked at."""

    concern: Concern
    means: Means
    count: int
    looked_at: int

    @property
    def share(self) -> str:
        """In percent, as it may be shown."""
        from junto.design.numbers import number  # here, for it brings all languages, which most starts do not need

        sign, percent = coarse(self.looked_at / self.count, self.count)
        words = {"": _("%(n)s %%"), "<=": _("at most %(n)s %%"), ">=": _("at least %(n)s %%")}
        return words[sign] % {"n": number(percent)}


def sent_to_all() -> list[Sent]:
    """Of four whole weeks, so that no two days can be compared; nothing where fewer than five people were called."""
    here = (now() - A_WEEK).astimezone(business_hours().zone)
    until = datetime.combine(here.date() - timedelta(days=here.weekday()), time(), tzinfo=here.tzinfo)
    rows = CallMade.objects.filter(at__gte=until - FOUR_WEEKS, at__lt=until).exclude(was_looked_at=None)
    return list(_sums(rows, fewest=FEWEST))


def never_looked_at(person: Person, preferences: Preferences) -> Sent | None:
    """The kind this person was called of most without looking at any; None when there is no such kind, or they were asked about it."""
    rows = CallMade.objects.filter(person=person, at__gte=now() - FOUR_WEEKS - A_WEEK).exclude(was_looked_at=None)
    found = [each for each in _sums(rows) if each.count >= MANY and not each.looked_at]
    return max((each for each in found if not _is_answered(each, preferences)), key=lambda each: each.count, default=None)


def _is_answered(sent: Sent, preferences: Preferences) -> bool:
    """Whether the person turned it off, or said already that it stays."""
    return preferences.wish(sent.means.name, sent.concern) is When.NOT or preferences.is_left(sent.means.name, sent.concern)


def _sums(rows: CallMadeRows, fewest: int = 1) -> Iterator[Sent]:
    people, looked = Count("person", distinct=True), Count("pk", filter=Q(was_looked_at=True))
    sums = rows.order_by().values("concern", "means").annotate(people=people, count=Count("pk"), looked=looked)
    found = {(each["concern"], each["means"]): each for each in sums.filter(people__gte=fewest)}
    for means in sorted((each for each in Means.every() if each.is_there()), key=lambda each: each.order):
        for concern in Concern:
            if each := found.get((concern.value, means.name)):
                yield Sent(concern, means, each["count"], each["looked"])
