from collections.abc import Collection

from junto.help.models import FirstLook
from junto.kit.access import Subject
from junto.kit.clock import now


class FirstLookSubject(Subject):
    """What somebody is asked to look at first: for them while they are asked, for the writer once they said yes."""

    name = "first-look"

    def seen_by(self, number: int, people: Collection[int]) -> set[int]:
        look = FirstLook.objects.filter(pk=number, note__deleted_at=None, rests=False).select_related("note").first()
        if look is None:
            return set()
        asked = {look.person_id} if not look.answer and look.until > now() else set()
        return {person for person in (*asked, look.note.author_id if look.is_yes else None) if person is not None} & set(people)
