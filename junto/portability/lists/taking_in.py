"""A list becomes questions of a space: as history, so nobody is told; the same question once, however often the list comes."""

from collections.abc import Sequence
from datetime import datetime

from junto.help.holding.planning import plan, topic_paces
from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models import Person
from junto.portability.lists.items import Item
from junto.portability.models import Brought
from junto.posts.models import Acceptance, Origin, Post, ReadPosition, Thread
from junto.posts.models.begun import Begun, begin
from junto.spaces.models import Space

KIND = "listed"


def source_of(space: Space) -> str:
    """Under which name it is remembered what lists have brought into this space."""
    return f"list:{space.pk}"


def fresh(space: Space, items: Sequence[Item]) -> list[Item]:
    """Those that no list has brought here before."""
    known = Brought.objects.numbers(source_of(space), KIND, (item.key for item in items))
    return [item for item in items if item.key not in known]


@verb
def take_in(space: Space, items: Sequence[Item], *, by: Person) -> int:
    """Keeps them all or none, in the name of whoever brings them. Gives how many are new."""
    items = fresh(space, items)
    begun = [_begun(space, item, by) for item in items]
    Thread.objects.open_all(begun, is_history=True)
    answers = [_answers(one.thread, item, by) for one, item in zip(begun, items, strict=True)]
    Post.objects.add_all([post for posts in answers for post in posts], is_history=True)
    last = [(one.thread, posts[-1] if posts else one.opening) for one, posts in zip(begun, answers, strict=True)]
    ReadPosition.objects.bulk_create(ReadPosition(thread=thread, person=by, post_id=post.pk) for thread, post in last)
    solving = [posts[0] for posts, item in zip(answers, items, strict=True) if item.is_solved and posts]
    Acceptance.objects.begin_all([Acceptance(thread=post.thread, post=post, by=by, at=post.written_at) for post in solving])
    plan(solving, topic_paces())
    Origin.objects.bulk_create(Origin(post=one.opening, url="") for one in begun)
    keys = zip(items, begun, strict=True)
    Brought.objects.bulk_create(Brought(source=source_of(space), kind=KIND, key=item.key, number=one.thread.pk) for item, one in keys)
    return len(items)


def _begun(space: Space, item: Item, by: Person) -> Begun:
    opening = Post(kind=Post.Kind.OPENING, author=by, written_at=_when(item))
    opening.write(item.text)
    return begin(space, opening, title=item.title, kind=Thread.Kind.QUESTION, topics=item.topics)


def _answers(thread: Thread, item: Item, by: Person) -> list[Post]:
    posts = [Post(thread=thread, kind=Post.Kind.ANSWER, author=by, written_at=_when(item)) for _answer in item.answers]
    for post, words in zip(posts, item.answers, strict=True):
        post.write(words)
    return posts


def _when(item: Item) -> datetime:
    return item.at or now()
