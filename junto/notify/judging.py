"""Whether calls are still to be made, asked at the moment of making them: the same few queries for however many calls."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from junto.kit.clock import now
from junto.notify.hours import Budget, Reach, decide
from junto.notify.means import Means, When
from junto.notify.models import Call, ClosedWay, Preferences, Sending
from junto.notify.mutes import Matter, Mutes
from junto.people.models import Person
from junto.people.zones import zone_of


@dataclass(frozen=True)
class Verdict:
    """What becomes of calls: made now, made later, or not at all."""

    due: list[Call] = field(default_factory=list)
    moved: list[Call] = field(default_factory=list)
    dropped: list[Call] = field(default_factory=list)


class Judge:
    """What one person wants to be called of by one means now. `but` is the sending that is under way and does not count itself."""

    def __init__(self, person: Person, means: str, but: Sending | None = None) -> None:
        self._person, self._means, self._moment = person, means, now()
        self._preferences = Preferences.objects.of(person)
        self._hours = self._preferences.hours(zone_of(person))
        under_way = int(but is not None and but.is_counted and but.at >= self._hours.begins(self._moment))
        spent = Sending.objects.spent(person, means, self._hours.begins(self._moment)) - under_way
        self._budget = Budget(self._preferences.a_day, spent)

    @property
    def is_reached(self) -> bool:
        """Whether this means reaches the person at all now."""
        means = Means.named(self._means)
        closed = ClosedWay.objects.filter(person=self._person, means=self._means)
        return bool(means and means.is_there() and self._is_here and not closed.exists() and means.reaches(self._person))

    @property
    def _is_here(self) -> bool:
        return self._person.is_active and self._person.has_account

    def sort(self, calls: Sequence[Call]) -> Verdict:
        """Asks of each call whether it is unread, wished for, not muted, and due."""
        unread = set(Call.objects.filter(pk__in=[call.pk for call in calls]).unread().values_list("pk", flat=True))
        matters = {call.pk: Matter.of(call.notice, call.item.subject, call.by_id) for call in calls}
        mutes = Mutes([self._person.pk], matters.values())
        verdict = Verdict()
        for call in calls:
            if call.pk not in unread:
                verdict.dropped.append(call)
            else:
                self._judge(call, mutes, matters[call.pk], verdict)
        return verdict

    def anew(self, calls: Sequence[Call]) -> Verdict:
        """Plans each call by what the person wants now. What is due at once goes with the next round."""
        verdict = Verdict()
        for call in calls:
            wish = self._preferences.wish(self._means, call.concern)
            when, due_at = decide(wish, Reach.EVERYWHERE, self._hours, self._budget, self._moment)
            if when is When.NOT:
                verdict.dropped.append(call)
            else:
                verdict.moved.append(call.move(when, due_at))
        return verdict

    def _judge(self, call: Call, mutes: Mutes, matter: Matter, verdict: Verdict) -> None:
        wish = self._preferences.wish(self._means, call.concern)
        reach = mutes.reach(self._person.pk, matter)
        if wish is When.AT_ONCE and call.when == When.SUMMARY:
            wish = When.SUMMARY
        when, due_at = decide(wish, reach, self._hours, self._budget, self._moment)
        if when is When.NOT:
            verdict.dropped.append(call)
        elif self._is_due(call, when, due_at):
            verdict.due.append(call)
        else:
            verdict.moved.append(call.move(when, due_at))

    def _is_due(self, call: Call, when: When, due_at: datetime | None) -> bool:
        if when is When.SUMMARY:
            return call.when == When.SUMMARY and self._hours.is_open(self._moment)
        return when is When.AT_ONCE and due_at == self._moment
