"""What the first screen shows, and nothing else: what waits for the person, and what their people are talking about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import attrgetter

from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce

from junto.kit.clock import now
from junto.kit.compiled import compiled
from junto.notify.models import InboxItem
from junto.notify.models.inbox_item import InboxItemRows
from junto.notify.reading import Line, lines
from junto.people.models import Expertise, Person
from junto.posts.models import Thread
from junto.posts.models.thread import ThreadRows
from junto.spaces.models import Membership
from junto.spaces.models.membership import MembershipRows

MOST_WAITING = 5
MOST_QUESTIONS = 3
MOST_LOOKED_AT = 12
MOST_SPACES = 8
FRESH = timedelta(days=60)
ALIVE = timedelta(days=7)


@dataclass(frozen=True)
class Home:
    """The parts of the page, each of them short."""

    waiting: Sequence[Line]
    questions: Sequence[Thread]
    memberships: Sequence[Membership]
    alive_since: datetime

    @property
    def is_quiet(self) -> bool:
        """Nothing waits and nobody could be helped just now."""
        return not self.waiting and not self.questions


def home_of(person: Person) -> Home:
    """The home of this person; a constant number of queries."""
    memberships = _spaces(person=person.pk)
    waiting = lines(_waiting(person=person.pk), person)
    return Home(waiting, _helpable(person, waiting) if memberships else [], memberships, now() - ALIVE)


def _helpable(person: Person, waiting: Sequence[Line]) -> list[Thread]:
    """Questions the person could probably answer: first those on topics they can be asked about, then the newest; no old ones, and
    none that waits above already."""
    told = {line.item.thread_id for line in waiting}
    fresh = [thread for thread in _unanswered(person=person.pk) if thread.opened_at > now() - FRESH and thread.pk not in told]
    return sorted(fresh, key=attrgetter("known"), reverse=True)[:MOST_QUESTIONS]


@compiled
def _waiting(person: int) -> InboxItemRows:
    return InboxItem.objects.filter(person=person).waiting().with_waiting().order_by("-at", "-id")[:MOST_WAITING]


@compiled
def _spaces(person: int) -> MembershipRows:
    """The person's spaces, the liveliest first, each with what is new since they last looked in."""
    fresh = Thread.objects.filter(space=OuterRef("space"), opened_at__gt=OuterRef("looked_at"), deletion=None).exclude(author=person)
    counted = fresh.order_by().values("space").annotate(n=Count("pk")).values("n")
    memberships = Membership.objects.filter(person=person).select_related("space")
    return memberships.annotate(fresh=Coalesce(Subquery(counted), 0)).order_by("-space__last_activity_at", "-pk")[:MOST_SPACES]


@compiled
def _unanswered(person: int) -> ThreadRows:
    """The newest questions nobody has answered in the person's spaces, and whether each is on a topic of theirs."""
    theirs = Expertise.objects.filter(person=person, topic__threads=OuterRef("pk"))
    waiting = Thread.objects.visible_to(Person(pk=person)).unanswered().filter(space__memberships__person=person)
    others = waiting.exclude(author=person).annotate(known=Exists(theirs))
    return others.select_related("author", "space").order_by("-opened_at")[:MOST_LOOKED_AT]
