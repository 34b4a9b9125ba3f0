"""What waits for Friday's letter: taken by the room that writes it, and settled by it once it is out."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from junto.kit.facts import verb
from junto.notify.defaults import MAIL
from junto.notify.means import When
from junto.notify.models import Call
from junto.people.models import Person
from junto.posts.models import Thread
from junto.spaces.models import Membership


@dataclass(frozen=True)
class ForFriday:
    """Something somebody wants to hear of on Friday, and may see now."""

    call_id: int
    notice: str
    thread_id: int
    post_id: int | None
    wish: str
    """The address (`topic:3`) of what they want to hear everything of, when that is why."""
    at: datetime


def for_friday(people: Collection[Person]) -> Mapping[int, list[ForFriday]]:
    """What waits for each of these people, newest first: about threads only, unread, and only where they may read now.

    Four queries however many people and calls; a few hundred people at a time keep it in memory. Who wants no letter at all
    chose it on the preference page, and has nothing waiting.
    """
    numbers = [person.pk for person in people if person.is_active]
    calls = Call.objects.for_friday(MAIL).unread().filter(person__in=numbers, item__thread_id__isnull=False)
    waiting = list(calls.select_related("item").order_by("-at", "-pk"))
    spaces = _readable_spaces({call.item.thread_id for call in waiting if call.item.thread_id})
    parts = set(Membership.objects.filter(person__in=numbers).values_list("person_id", "space_id"))
    found = defaultdict(list)
    for call in waiting:
        space = spaces.get(call.item.thread_id or 0)
        if space and (space.is_open or (call.person_id, space.pk) in parts):
            found[call.person_id].append(_as_told(call))
    return found


@verb
def settle_friday(calls: Iterable[int]) -> None:
    """These were in the letter, or did not fit into it: nobody is called of them any more. The inbox still has them."""
    Call.objects.filter(pk__in=list(calls), when=When.FRIDAY).delete()


@dataclass(frozen=True)
class _Space:
    pk: int
    is_open: bool


def _readable_spaces(threads: Collection[int]) -> dict[int, _Space]:
    """For each thread that is not deleted its space: `spaces.rules.spaces_read_by`, asked for many people at once."""
    rows = Thread.objects.filter(pk__in=threads, deletion=None).values_list("pk", "space_id", "space__visibility")
    return {thread: _Space(space, visibility == "all") for thread, space, visibility in rows}


def _as_told(call: Call) -> ForFriday:
    return ForFriday(call.pk, call.item.notice, call.item.thread_id or 0, call.post_id, call.item.wish, call.at)
