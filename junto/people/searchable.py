from collections.abc import Collection, Iterable
from typing import Any

from junto.kit.facts import Fact
from junto.kit.searchable import Entry, Found, Searchable
from junto.people.facts import PersonDeactivated, PersonJoined, PersonReturned, ProfileChanged
from junto.people.models import Person

CHANGING = PersonJoined | ProfileChanged | PersonDeactivated | PersonReturned


class PersonSearchable(Searchable):
    """People who are here, by name, by what they say of themselves, and by what they can be asked about."""

    name = "person"
    goes_with_its_author = True

    def numbers(self, *, after: int, most: int) -> list[int]:
        return list(Person.objects.here().filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:most])

    def entries(self, numbers: Collection[int]) -> Iterable[Entry]:
        for person in Person.objects.here().filter(pk__in=numbers).prefetch_related("ask_me_about"):
            topics = sorted(person.ask_me_about.all(), key=lambda topic: topic.pk)
            yield Entry(
                number=person.pk,
                title=person.name,
                text="\n".join([person.what_i_do, person.department, person.place, *(topic.name for topic in topics)]),
                under=f"person:{person.pk}",
                at=person.joined_at,
                author=person.pk,
                likely=(person.language,) if person.language else (),
                topics=tuple(topic.pk for topic in topics),
            )

    def touched_by(self, fact: Fact) -> Collection[int]:
        return [fact.person_id] if isinstance(fact, CHANGING) else []

    def numbers_seen_by(self, person: Any) -> Any:
        return Person.objects.visible_to(person).values("pk")

    def found(self, numbers: Collection[int], person: Any) -> dict[int, Found]:
        people = Person.objects.visible_to(person).filter(pk__in=numbers)
        return {one.pk: Found(one.pk, one.name, one.what_i_do, one.get_absolute_url(), one) for one in people}
