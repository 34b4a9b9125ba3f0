"""Calls people when it is time: gathers what is due, asks again whether it is still to be told, and hands it to a means.

What is due for one person by one means is gathered in one transaction (`gather`), and carried by a piece of work of its own
(`carry`): whoever cannot be reached, and whatever means is down, holds up nobody else.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from django.db import transaction

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.kit.models import Work
from junto.kit.turns import one_at_a_time
from junto.kit.work import later, later_each, listener, outreach, visit
from junto.notify.judging import Judge, Verdict
from junto.notify.means import Means, Message, Unreachable, When
from junto.notify.messages import messages
from junto.notify.models import Call, CallMade, ClosedWay, Sending
from junto.people.models import Person

TOGETHER = timedelta(seconds=30)
"""What is due so soon after what goes out now goes with it."""
OVERDUE = timedelta(minutes=3)
LEFT_BEHIND = timedelta(days=30)

Round = tuple[int, str, datetime]
"""A person, a means, and when something is due for them by it."""


@listener
def gather(person: int, means: str) -> None:
    """Puts what is due for this person by this means into one sending, and what is not to be told now aside."""
    one_at_a_time(f"calls of {person}")
    calls = list(Call.objects.due(person, means, now() + TOGETHER).select_related("item"))
    somebody = Person.objects.here().with_account().filter(pk=person).first()
    if somebody is None:
        _drop(calls)
    elif calls and (due := _sorted_out(Judge(somebody, means), calls)):
        sending = Sending.objects.create(person=somebody, means=means, is_counted=_is_counted(due))
        Call.objects.filter(pk__in=[call.pk for call in due]).update(sending=sending)
        later(carry_abroad if Means.registry[means].meets_strangers else carry, sending=sending.pk)


@outreach
def carry(sending: int) -> None:
    """Hands a sending to its means. Tried until it goes out or there is nothing left of it."""
    _hand_over(sending)


@visit
def carry_abroad(sending: int) -> None:
    """The same by a means that waits for a machine that anybody may have named."""
    _hand_over(sending)


@listener
def catch_up() -> None:
    """Sees to it that whatever is overdue is gathered, should its work have been lost."""
    overdue = Call.objects.waiting().filter(due_at__lt=now() - OVERDUE).values_list("person_id", "means").distinct()
    known = Work.objects.filter(listener=gather.name).values_list("arguments", flat=True)
    planned = {(said["person"], said["means"]) for said in known}
    later_each(gather, [(now(), _arguments(*pair)) for pair in overdue if pair not in planned])


@listener
def tidy_calls() -> None:
    """Lets go what nobody is called of any more, and that somebody was called, after a month."""
    before = now() - LEFT_BEHIND
    Call.objects.filter(at__lt=before).delete()
    Sending.objects.filter(at__lt=before).delete()


@verb
def plan_anew(person: Person) -> None:
    """Plans what is still to come for this person by what they want now."""
    calls = list(Call.objects.waiting().filter(person=person).select_related("item"))
    for means in {call.means for call in calls}:
        _apply(Judge(person, means).anew([call for call in calls if call.means == means]))


def set_out(calls: Iterable[Call], rounds: Collection[Round] = ()) -> None:
    """Has the worker gather these calls when they are due; a round that is planned already is not planned twice."""
    due = {(call.person_id, call.means, call.due_at) for call in calls if call.due_at is not None}
    later_each(gather, [(at, _arguments(person, means)) for person, means, at in sorted(due - set(rounds))])


def _hand_over(number: int) -> None:
    """After asking everything again."""
    found = Sending.objects.filter(pk=number, is_sent=False).select_related("person").first()
    told = messages(found.person, _still_due(found)) if found else []
    if found is None:
        return
    if not told:
        found.delete()
        return
    try:
        Means.registry[found.means].send(found.person, told, found.key)
    except Unreachable:
        _close(found)
    else:
        _done(found, told)


@transaction.atomic
def _done(sending: Sending, told: Sequence[Message]) -> None:
    CallMade.objects.remember(sending, told)
    sending.went_out()


@transaction.atomic
def _still_due(sending: Sending) -> list[Call]:
    """What of it is still to be told now; the rest is put off or let go."""
    calls = list(sending.calls.select_related("item", "by"))
    judge = Judge(sending.person, sending.means, but=sending)
    if not judge.is_reached:
        _drop(calls)
        return []
    return _sorted_out(judge, calls)


def _sorted_out(judge: Judge, calls: list[Call]) -> list[Call]:
    """Those to be made now."""
    return _apply(judge.sort(calls))


def _apply(verdict: Verdict) -> list[Call]:
    _drop(verdict.dropped)
    if verdict.moved:
        Call.objects.all().put_off(verdict.moved)
        set_out(verdict.moved)
    return verdict.due


@transaction.atomic
def _close(sending: Sending) -> None:
    ClosedWay.objects.close(sending.person, sending.means)
    sending.delete()


def _drop(calls: Iterable[Call]) -> None:
    Call.objects.filter(pk__in=[call.pk for call in calls]).delete()


def _is_counted(calls: Iterable[Call]) -> bool:
    return any(call.when == When.AT_ONCE for call in calls)


def _arguments(person: int, means: str) -> dict[str, int | str]:
    return {"person": person, "means": means}
