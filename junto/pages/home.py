"""What the first screen shows, and nothing else: what waits for the person, and what their people are talking about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from junto.kit.clock import now
from junto.notify.models import InboxItem
from junto.notify.reading import Line, lines
from junto.people.models import Person
from junto.posts.models import Thread
from junto.spaces.models import Membership

MOST_WAITING = 5
MOST_QUESTIONS = 3
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
    memberships = list(spaces_of(person)[:MOST_SPACES])
    waiting = InboxItem.objects.of(person).waiting().with_waiting().order_by("-at", "-id")[:MOST_WAITING]
    questions = questions_for(person)[:MOST_QUESTIONS] if memberships else []
    return Home(lines(list(waiting), person), list(questions), memberships, now() - ALIVE)


def spaces_of(person: Person) -> QuerySet[Membership]:
    """The person's spaces, the liveliest first, each with what is new since they last looked in."""
    fresh = Thread.objects.filter(space=OuterRef("space"), opened_at__gt=OuterRef("looked_at"), deletion=None).exclude(author=person)
    counted = fresh.order_by().values("space").annotate(n=Count("pk")).values("n")
    memberships = Membership.objects.filter(person=person).select_related("space")
    return memberships.annotate(fresh=Coalesce(Subquery(counted), 0)).order_by("-space__last_activity_at", "-pk")


def questions_for(person: Person) -> QuerySet[Thread]:
    """Questions nobody answered yet in the person's spaces, first those on topics the person can be asked about, then the newest."""
    known = Thread.objects.filter(pk=OuterRef("pk"), topics__in=person.ask_me_about.all()).values("pk")[:1]
    open_ones = Thread.objects.visible_to(person).unanswered().filter(space__memberships__person=person, opened_at__gt=now() - FRESH)
    return open_ones.exclude(author=person).annotate(known=Subquery(known)).select_related("author", "space").order_by(F("known").asc(nulls_last=True), "-opened_at")
