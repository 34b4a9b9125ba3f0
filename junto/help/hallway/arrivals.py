from junto.help.models import Note
from junto.kit.arrivals import Arrival


class NoteArrival(Arrival):
    """A note that came from a browser's outbox."""

    name = "hallway_notes"

    def under(self, mark: str, person: int) -> str | None:
        found = Note.objects.filter(author=person, mark=mark, deleted_at=None).first()
        return found.get_absolute_url() if found else None
