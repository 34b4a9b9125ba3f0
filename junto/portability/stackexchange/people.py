from collections.abc import Sequence
from typing import NamedTuple

from junto.people.models import Person
from junto.portability.stackexchange.landing import COMMUNITY, Landing
from junto.portability.stackexchange.rows import Row
from junto.portability.stackexchange.stage import Stage


class Newcomer(NamedTuple):
    """Somebody of the community, and their number there."""

    key: str
    person: Person


class People(Stage):
    """Everybody of the community, without an account until they claim it by invitation. What they say of themselves there stays there."""

    name, file = "people", "Users.xml"

    def read(self, row: Row, landing: Landing) -> Newcomer | None:
        key = row.key("Id")
        if key == COMMUNITY:
            return None
        name = row.get("DisplayName").strip() or f"user{key}"
        return Newcomer(key, Person.objects.newcomer(name=name, at=row.time("CreationDate"), place=row.get("Location")[:120]))

    def take(self, found: Sequence[Newcomer], landing: Landing) -> None:
        new = landing.new("person", found)
        Person.objects.join_all([one.person for one in new], is_history=True)
        landing.remember("person", {one.key: one.person.pk for one in new})
        landing.count("people", len(new))
