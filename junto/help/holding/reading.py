"""What one reader sees of answers that grow old, and may do about them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery

from junto.help.holding.rules import hears_of_doubts, may_doubt, may_review
from junto.help.models import Doubt, Verification
from junto.kit.compiled import compiled
from junto.people.models import Person
from junto.posts.models import Acceptance, Outdated, Post, Thread
from junto.posts.reader import membership_as
from junto.spaces.models import Membership


@dataclass(frozen=True)
class Holding:
    """One answer that solved something: what was said about whether it holds, and what this reader may do."""

    post: Post
    outdated: Outdated | None
    verification: Verification | None
    is_asked: bool
    """Whether the reader has asked about it."""
    may_review: bool
    may_doubt: bool
    asked: tuple[str, ...]
    """For the author and hosts: in what words readers asked, an empty one for each who gave none."""


def holdings(thread: Thread, person: Person) -> list[Holding]:
    """Of every answer that solved the thread, in the order in which they were accepted; a few queries. `thread` comes with `for_page`."""
    if not thread.is_solved:
        return []
    membership = membership_as(thread, person)
    is_credited = membership is not None and membership.role != "host" and credited_in(thread, person)
    posts = _accepted(thread=thread.pk, person=person.pk)
    asked = _asked([post for post in posts if hears_of_doubts(person, post, membership)])
    return [_holding(_known(post, thread), person, membership, is_credited, asked.get(post.pk, ())) for post in posts]


def credited_in(thread: Thread, person: Person) -> bool:
    """Whether an answer by this person solved something about a topic of the thread."""
    return bool(_credits(thread=thread.pk, person=person.pk))


def _known(post: Post, thread: Thread) -> Post:
    """Rules ask a post for its thread and its deletion; both are known here."""
    post.thread = thread
    post._state.fields_cache["deletion"] = None
    return post


def _asked(posts: Sequence[Post]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = defaultdict(tuple)
    if not posts:
        return found
    for post, words in Doubt.objects.filter(post__in=posts).order_by("pk").values_list("post", "words"):
        found[post] += (words,)
    return found


def _holding(post: Any, person: Person, membership: Membership | None, is_credited: bool, asked: tuple[str, ...]) -> Holding:
    return Holding(
        post,
        getattr(post, "outdated", None),
        getattr(post, "verification", None),
        post.my_doubt is not None,
        may_review(person, post, membership, is_credited=is_credited),
        may_doubt(person, post),
        asked,
    )


@compiled
def _accepted(thread: int, person: int) -> Any:
    rows = Post.objects.filter(thread=thread, acceptance__isnull=False, deletion=None).order_by("acceptance__at", "pk")
    mine = Doubt.objects.filter(post=OuterRef("pk"), person=person).values("pk")[:1]
    beside = ("author", "acceptance", "outdated__by", "outdated__instead__deletion", "verification__by")
    return rows.select_related(*beside).defer("source", "html", "plain", "cards_shown").annotate(my_doubt=Subquery(mine))


@compiled
def _credits(thread: int, person: int) -> Any:
    topics = Thread.topics.through.objects.filter(thread=thread).values("topic")
    return Acceptance.objects.filter(post__author=person, thread__topics__in=topics).values_list("pk")[:1]


def newer_thread(given: str, thread: Thread) -> Thread | None:
    """The thread whose address or number was given, if it is another one of the same space and stands."""
    found = re.search(r"(?:threads/|^\s*#?)([0-9]{1,18})\b", given)
    same = Thread.objects.filter(space=thread.space_id, deletion=None).exclude(pk=thread.pk)
    return same.filter(pk=int(found[1])).first() if found else None
