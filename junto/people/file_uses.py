"""The picture of a person."""

from collections.abc import Collection

from junto.kit.files.use import FileUse
from junto.people.models import Person


class PersonPicture(FileUse):
    """Seen by whoever may see the person; given and taken out by the person alone."""

    name = "person-picture"
    subject = "person"

    def shown(self, numbers: Collection[int]) -> dict[int, str]:
        return dict(Person.objects.filter(pk__in=numbers).values_list("pk", "picture"))

    def show(self, number: int, key: str, by: int | None) -> bool:
        person = Person.objects.filter(pk=number).first()
        if person is not None:
            person.show_picture(key)
        return person is not None
