"""Naming people in posts: only those who may see the thread, and never across a block."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from junto.kit.facts import announce
from junto.kit.text import mentioned
from junto.people.models import Block, Person
from junto.posts.facts import PersonMentioned

if TYPE_CHECKING:
    from junto.posts.models import Post, Thread


def people_mentionable(thread: "Thread", numbers: Collection[int], *, by: int | None) -> dict[int, str]:
    """Of these people, those whom somebody may name in this thread, with their present names."""
    if not numbers:
        return {}
    people = Person.objects.here().filter(pk__in=numbers)
    if thread.space.visibility != "all":
        people = people.filter(memberships__space=thread.space_id)
    apart = Block.objects.people_apart_from(by) if by else set()
    return {number: name for number, name in people.values_list("pk", "name") if number not in apart}


def mention(post: "Post", *, by: Person, at: Any = None) -> None:
    """Remembers whom the post names and tells those it did not name before."""
    from junto.posts.models.mention import Mention

    allowed = people_mentionable(post.thread, mentioned(post.source), by=by.pk)
    before = set(post.mentions.values_list("person_id", flat=True)) if post.edited_at else set()
    Mention.objects.bulk_create([Mention(post=post, person_id=number) for number in allowed if number not in before])
    for number in allowed:
        if number not in before and number != by.pk:
            announce(PersonMentioned(thread_id=post.thread_id, post_id=post.pk, person_id=number, by_id=by.pk), at=at)
