"""Who may be asked a question at all, before anybody is weighed: what somebody wished, and what they may see, is absolute."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import cached_property

from junto.help.models import Capacity, Consent, Request
from junto.kit.access import may_see
from junto.kit.clock import now
from junto.kit.notices import Concern
from junto.notify.hours import Hours, Reach
from junto.notify.models import Preferences
from junto.notify.mutes import Matter, Mutes
from junto.people.models import Block, Person
from junto.people.zones import zone_of
from junto.posts.models import Mention, Post, Thread
from junto.search.experts import Expert
from junto.spaces.models import Membership, Space


@dataclass(frozen=True)
class Candidate:
    """Somebody who may know and may be asked."""

    expert: Expert
    asked: int
    capacity: int


@dataclass
class Candidates:
    """Those who may be asked one question now. `is_wide` takes in whoever may join the space by themselves, to answer."""

    thread: Thread
    topics: Collection[int]
    is_wide: bool

    def among(self, experts: Collection[Expert]) -> list[Candidate]:
        """Whom of these people one may ask, with what they were asked this week. A number of queries that does not grow with them."""
        people = self._who_may({expert.person for expert in experts})
        asked, capacity = Request.objects.this_week(people), self._capacities(people)
        candidates = [Candidate(one, asked.get(one.person, 0), capacity[one.person]) for one in experts if one.person in people]
        return [candidate for candidate in candidates if candidate.asked < candidate.capacity]

    def hours_of(self, people: Collection[int]) -> list[Hours]:
        """The hours of each of these people, where they are."""
        preferences = Preferences.objects.of_each(people)
        return [preferences[person.pk].hours(zone_of(person)) for person in Person.objects.filter(pk__in=people)]

    def _who_may(self, people: set[int]) -> set[int]:
        people = set(Person.objects.here().with_account().filter(pk__in=people - {self.thread.author_id}).values_list("pk", flat=True))
        people &= self._who_can_answer(may_see(f"thread:{self.thread.pk}", people))
        people -= Block.objects.people_apart_from(self.thread.author_id or 0)
        people -= Consent.objects.refusing(self.topics)
        people -= set(Request.objects.filter(thread=self.thread).values_list("person_id", flat=True))
        return self._whom_it_reaches(people - self._who_knows_of_it())

    def _who_can_answer(self, readers: set[int]) -> set[int]:
        if self.is_wide and self.thread.space.joining == Space.Joining.OPEN:
            return readers
        return set(Membership.objects.filter(space=self.thread.space_id, person__in=readers).values_list("person_id", flat=True))

    def _who_knows_of_it(self) -> set[int]:
        """Whoever wrote in the thread or is named there need not be asked."""
        wrote = Post.objects.filter(thread=self.thread, author__isnull=False).values_list("author_id", flat=True)
        return {*wrote, *Mention.objects.filter(post__thread=self.thread).values_list("person_id", flat=True)}

    def _whom_it_reaches(self, people: set[int]) -> set[int]:
        """Who muted neither the thread nor its space, a topic or the asker, and is not away."""
        matter = Matter(Concern.ASKED, self.thread.pk, self.thread.space_id, self.thread.author_id or 0)
        mutes = Mutes(people, [matter])
        there = {person for person in people if mutes.reach(person, matter) is Reach.EVERYWHERE}
        preferences, moment = Preferences.objects.of_each(there), self._moment
        found = Person.objects.filter(pk__in=there).only("pk", "time_zone")
        return {person.pk for person in found if not _is_away(preferences[person.pk].hours(zone_of(person)), moment)}

    def _capacities(self, people: Collection[int]) -> dict[int, int]:
        return dict(Capacity.objects.of_each(people, self._moment.date()))

    @cached_property
    def _moment(self) -> datetime:
        return now()


def _is_away(hours: Hours, moment: datetime) -> bool:
    return hours.back_on is not None and hours.day(moment) < hours.back_on
