"""Which answer of a thread one reads first: what solved it, then what helped the most people, then the earliest."""

from collections.abc import Collection
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from junto.kit.compiled import compiled
from junto.people.models import Person
from junto.posts.models import Acceptance, Post, Thread


def best_answers(threads: Collection[int], person: Person) -> dict[int, Post]:
    """The best answer this person may read to each of these threads, with its author; threads without one are missing. One query."""
    return {post.thread_id: post for post in _best(person=person.pk, threads=list(threads))}


@compiled
def _best(person: int, threads: list[int]) -> Any:
    answers = Post.objects.standing().filter(thread=OuterRef("pk"), kind=Post.Kind.ANSWER)
    solved_it = Exists(Acceptance.objects.filter(post=OuterRef("pk")))
    first = answers.order_by(solved_it.desc(), "-helped_count", "pk").values("pk")[:1]
    seen = Thread.objects.visible_to(Person(pk=person)).filter(pk__in=threads)
    best = Post.objects.filter(pk__in=seen.annotate(best=Subquery(first)).values("best"))
    shown = ("thread_id", "plain", "helped_count", "written_at", "author__name", "deletion__post")
    return best.select_related("author", "deletion").only(*shown)
