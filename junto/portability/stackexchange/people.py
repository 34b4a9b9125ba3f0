from junto.kit.text import excerpt, from_html, render
from junto.people.models import Person
from junto.portability.stackexchange.rows import Row
from junto.portability.stackexchange.stage import COMMUNITY, Landing, Stage


class People(Stage):
    """Everybody of the community, without an account until they claim it by invitation."""

    name, file = "people", "Users.xml"

    def take(self, row: Row, landing: Landing) -> None:
        key = row.need("Id")
        if key == COMMUNITY or key in landing.numbers("person", [key]):
            return
        about = excerpt(render(from_html(row.get("AboutMe"))[:4000]).plain, 180)
        name = row.get("DisplayName").strip() or f"user{key}"
        person = Person.objects.join(name=name, at=row.time("CreationDate"), what_i_do=about[:200], place=row.get("Location")[:120])
        landing.remember("person", key, person.pk)
        landing.taken["people"] += 1
