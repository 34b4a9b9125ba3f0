"""Who is happy to be asked, with answers of theirs as far as the reader may see them: no number, no rank, by name."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from junto.kit.compiled import compiled
from junto.people.models import Person
from junto.posts.models import Post
from junto.posts.models.post import PostRows

ANSWERS_EACH = 2
MOST_READ = 200


@dataclass(frozen=True)
class Happy:
    """One who said yes, and answers of theirs to read."""

    person: Person
    answers: list[Post]


def answers_of(people: Collection[int], topics: Collection[int], reader: Person) -> dict[int, list[Post]]:
    """For each person up to two answers on these topics: what helped most first. One query."""
    found: dict[int, list[Post]] = defaultdict(list)
    for post in _answers(person=reader.pk, people=sorted(people), topics=sorted(topics)):
        of = found[post.author_id or 0]
        if len(of) < ANSWERS_EACH and post.pk not in {other.pk for other in of}:
            of.append(post)
    return found


@compiled
def _answers(person: int, people: list[int], topics: list[int]) -> PostRows:
    given = Post.objects.visible_to(Person(pk=person)).filter(kind=Post.Kind.ANSWER, author__in=people, thread__topics__in=topics)
    shown = given.select_related("thread").only("author_id", "helped_count", "thread__title", "thread__language")
    return shown.order_by("-helped_count", "-written_at", "-id")[:MOST_READ]
