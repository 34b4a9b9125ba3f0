from junto.people.models import Person
from junto.portability.stackexchange.rows import Row
from junto.portability.stackexchange.stage import COMMUNITY, Landing, Stage


class People(Stage):
    """Everybody of the community, without an account until they claim it by invitation. What they say of themselves there stays there."""

    name, file = "people", "Users.xml"

    def take(self, row: Row, landing: Landing) -> None:
        key = row.need("Id")
        if key == COMMUNITY or landing.number("person", key):
            return
        name = row.get("DisplayName").strip() or f"user{key}"
        person = Person.objects.join(name=name, at=row.time("CreationDate"), place=row.get("Location")[:120])
        landing.remember("person", key, person.pk)
        landing.taken["people"] += 1
