"""What the sample company offers to others: to move in, and to be taken out again."""

from junto.digest.unsent import compose_unsent
from junto.help.models import Need
from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models import Person
from junto.portability.sample import texts
from junto.portability.sample.addresses import people_of_the_sample
from junto.portability.sample.moving_in import MovingIn
from junto.portability.sample.working_hours import HOURS, working_hours_before
from junto.posts.models import Thread
from junto.spaces.models import Invitation, Membership, Space

AWAY_FOR = 30.0
"""Working hours an owner seems to have been away, so that home has something new to show."""


def load_sample(*, by: Person | None = None) -> None:
    """Lets the sample company move in, and makes whoever asked for it a member of its open spaces.

    Loading again adds what is missing and changes nothing else. Nobody is told of anything that happened in it.
    """
    MovingIn().all_of_it()
    if by is not None:
        join_open_spaces(by)


def is_here() -> bool:
    """Whether people of the sample company are here."""
    return bool(people_of_the_sample().exists())


def how_far() -> tuple[int, int]:
    """How many of its conversations have moved in, and how many there are."""
    return Thread.objects.filter(space__started_by__in=people_of_the_sample()).count(), len(texts.threads())


def spaces_of_the_sample() -> list[Space]:
    """The spaces that moved in with it."""
    return list(Space.objects.filter(started_by__in=people_of_the_sample()))


@verb
def join_open_spaces(person: Person) -> None:
    """Makes somebody who belongs to none of the sample's spaces a member of the open ones, as if they had been away for three days.

    To the others they are invited, and what the last Friday brought stands there to be read.
    """
    spaces = spaces_of_the_sample()
    if not spaces or Membership.objects.filter(space__in=spaces, person=person).exists():
        return
    for space in spaces:
        if space.joining == "open":
            space.add(person, at=space.started_at)
        else:
            host = Membership.objects.filter(space=space).leading()[0].person
            Invitation.objects.to_person(person, space=space, by=host, at=working_hours_before(now(), HOURS))
    since = working_hours_before(max(space.last_activity_at for space in spaces), AWAY_FOR)
    Membership.objects.filter(space__in=spaces, person=person).update(looked_at=since)
    compose_unsent(person, now())


def take_sample_out(*, by: Person) -> None:
    """Takes the sample company away for good: its people, its spaces and all that stands in them, one small transaction after the other."""
    for need in Need.objects.filter(person__in=people_of_the_sample()):
        _take_need_out(need, by)
    for space in spaces_of_the_sample():
        for thread in Thread.objects.filter(space=space):
            _take_thread_out(thread, by)
        _take_away(space)
    for person in people_of_the_sample():
        _take_away(person)


@verb
def _take_need_out(need: Need, by: Person) -> None:
    # Ended first, so that search hears of it.
    need.finish("withdrawn", by=by)
    need.delete()


@verb
def _take_thread_out(thread: Thread, by: Person) -> None:
    # Taken out like any other first, so that whatever holds a copy of it (search, inbox, open pages) hears that it is gone.
    thread.delete_softly(by=by)
    thread.delete()


@verb
def _take_away(row: Person | Space) -> None:
    row.delete()
