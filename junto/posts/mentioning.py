"""Naming people in posts: only those who may see the thread, and never across a block."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q

from junto.kit.facts import announce
from junto.kit.text import mentioned
from junto.kit.text.line import one_line
from junto.people.models import Block, Person
from junto.posts.facts import PersonMentioned

if TYPE_CHECKING:
    from junto.posts.models import Post, Thread
    from junto.spaces.models import Space

SUGGESTED = 8
LONGEST_WORDS = 60


def people_mentionable(thread: "Thread", numbers: Collection[int], *, by: int | None) -> dict[int, str]:
    """Of these people, those whom somebody may name in this thread, with their present names."""
    if not numbers:
        return {}
    apart = Block.objects.people_apart_from(by) if by else set()
    people = _readers(thread.space).filter(pk__in=numbers)
    return {number: name for number, name in people.values_list("pk", "name") if number not in apart}


def mentionable(space: "Space", words: str, *, by: Person, thread: "Thread | None" = None) -> list[Person]:
    """Up to SUGGESTED people who may be named here, a word of whose name begins like this; who wrote in the thread comes first."""
    words = one_line(words, LONGEST_WORDS)
    begins = Q(name__istartswith=words) | Q(name__icontains=f" {words}")
    people = _readers(space).filter(begins).exclude(pk__in=Block.objects.people_apart_from(by.pk) | {by.pk})
    order = ["name", "pk"]
    if thread:
        people = people.annotate(takes_part=Exists(thread.posts.filter(author=OuterRef("pk"))))
        order.insert(0, "-takes_part")
    return list(people.order_by(*order)[:SUGGESTED])


def _readers(space: "Space") -> Any:
    """`spaces.rules.may_read`, asked for everybody at once: who is here and may read the space."""
    people = Person.objects.here()
    return people if space.visibility == "all" else people.filter(memberships__space=space)


def mention(post: "Post", *, by: Person, at: Any = None) -> None:
    """Remembers whom the post names and tells those it did not name before."""
    from junto.posts.models.mention import Mention

    allowed = people_mentionable(post.thread, mentioned(post.source), by=by.pk)
    before = set(post.mentions.values_list("person_id", flat=True)) if post.edited_at else set()
    Mention.objects.bulk_create([Mention(post=post, person_id=number) for number in allowed if number not in before])
    for number in allowed:
        if number not in before and number != by.pk:
            announce(PersonMentioned(thread_id=post.thread_id, post_id=post.pk, person_id=number, by_id=by.pk), at=at)
