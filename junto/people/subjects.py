"""People as subjects: what an open page may hear of, and who sees what hangs on a person."""

from collections.abc import Collection

from django.db.models import Q

from junto.kit.access import Subject
from junto.people.models import Person


class InboxSubject(Subject):
    """A person's own inbox: only they hear of it."""

    name = "inbox"
    is_person = True

    def seen_by(self, number: int, people: Collection[int]) -> set[int]:
        return {number} & set(people)


class PersonSubject(Subject):
    """A person, for everybody here; whoever was deactivated for owners and themselves: `Person.objects.visible_to`, asked for many."""

    name = "person"
    is_person = True

    def seen_by(self, number: int, people: Collection[int]) -> set[int]:
        somebody = Person.objects.filter(pk=number).first()
        if somebody is None or somebody.is_active:
            return set(people) if somebody else set()
        return set(Person.objects.filter(Q(is_owner=True) | Q(pk=number), pk__in=people).values_list("pk", flat=True))
