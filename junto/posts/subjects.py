from collections.abc import Collection

from junto.kit.access import Subject
from junto.kit.compiled import compiled
from junto.posts.models import Thread
from junto.posts.models.thread import ThreadRows
from junto.spaces.subjects import readers_among


class ThreadSubject(Subject):
    """A thread, for whoever may read its space, while it is not deleted."""

    name = "thread"

    def seen_by(self, number: int, people: Collection[int]) -> set[int]:
        found = _threads(thread=number)
        return readers_among(found[0].space if found else None, people)


@compiled
def _threads(thread: int) -> ThreadRows:
    return Thread.objects.filter(pk=thread, deletion=None).select_related("space")
