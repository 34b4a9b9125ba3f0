from collections.abc import Collection

from junto.kit.access import Subject
from junto.posts.models import Thread
from junto.spaces.subjects import readers_among


class ThreadSubject(Subject):
    """A thread, for whoever may read its space, while it is not deleted."""

    name = "thread"

    def seen_by(self, number: int, people: Collection[int]) -> set[int]:
        thread = Thread.objects.filter(pk=number, deletion=None).select_related("space").first()
        return readers_among(thread.space if thread else None, people)
