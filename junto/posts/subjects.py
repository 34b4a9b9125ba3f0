from collections.abc import Collection

from junto.kit.access import Subject
from junto.kit.compiled import compiled
from junto.posts.models import Attachment, LinkedPage, Post, Thread
from junto.posts.models.thread import ThreadRows
from junto.spaces.subjects import readers_among


class ThreadSubject(Subject):
    """A thread, for whoever may read its space, while it is not deleted."""

    name = "thread"

    def seen_by(self, number: int, people: Collection[int]) -> set[int]:
        found = _threads(thread=number)
        return readers_among(found[0].space if found else None, people)


class LinkedPageSubject(Subject):
    """A page elsewhere, for whoever may read its space, while a post that stands shows a card of it."""

    name = "linked-page"

    def seen_by(self, number: int, people: Collection[int]) -> set[int]:
        standing = {"cards__removal": None, "cards__post__deletion": None, "cards__post__thread__deletion": None}
        found = LinkedPage.objects.filter(pk=number, cards__isnull=False, **standing).select_related("space").first()
        return readers_among(found.space if found else None, people)


class AttachmentSubject(Subject):
    """A file of a post, for whoever may read the post while it stands; while it is being written, for whoever writes it."""

    name = "attachment"

    def seen_by(self, number: int, people: Collection[int]) -> set[int]:
        found = Attachment.objects.filter(pk=number).select_related("post__thread__space").first()
        if found is None or found.post is None:
            return {found.by_id} & {*people} if found and found.by_id else set()
        stands = Post.objects.standing().filter(pk=found.post.pk, thread__deletion=None).exists()
        return readers_among(found.post.thread.space if stands else None, people)


@compiled
def _threads(thread: int) -> ThreadRows:
    return Thread.objects.filter(pk=thread, deletion=None).select_related("space")
