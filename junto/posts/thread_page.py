"""What one page of a thread shows to one person. All its queries stand here; the SQL of each is worked out once."""

from collections import defaultdict
from functools import cached_property

from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber

from junto.kit.compiled import compiled
from junto.people.models import Person
from junto.posts.models import Post, Thread, ThreadLink
from junto.posts.models.post import PostRows
from junto.posts.models.thread import ThreadRows
from junto.posts.models.thread_link import ThreadLinkRows
from junto.posts.reader import Reader
from junto.topics.models import Topic
from junto.topics.models.topic import TopicRows

PAGE = 20
COMMENTS_SHOWN = 5
COMMENTS_PAGE = 50


@compiled
def threads_to_read(person: int, thread: int) -> ThreadRows:
    """The thread, if the person may read it, with their own part in it."""
    reader = Person(pk=person)
    return Thread.objects.visible_to(reader).for_page(reader).filter(pk=thread)


@compiled
def _top(person: int, thread: int, accepted: int) -> PostRows:
    return posts_of(thread, person).filter(Q(kind=Post.Kind.OPENING) | Q(pk=accepted))


@compiled
def _after(person: int, thread: int, kind: str, accepted: int, after: int) -> PostRows:
    return posts_of(thread, person).filter(kind=kind, pk__gt=after).exclude(pk=accepted).order_by("pk")[: PAGE + 1]


@compiled
def _before(person: int, thread: int, kind: str, accepted: int, before: int) -> PostRows:
    return posts_of(thread, person).filter(kind=kind, pk__lt=before).exclude(pk=accepted).order_by("-pk")[: PAGE + 1]


@compiled
def _first_comments(person: int, posts: list[int]) -> PostRows:
    """The first comments of each post; `of` says how many it has in all."""
    each = {"partition_by": F("parent_id")}
    numbered = Post.objects.for_page(Person(pk=person)).filter(parent__in=posts, deletion=None)
    numbered = numbered.annotate(nth=Window(RowNumber(), order_by="id", **each), of=Window(Count("id"), **each))
    return numbered.filter(nth__lte=COMMENTS_SHOWN).order_by("id")


@compiled
def _topics(thread: int) -> TopicRows:
    return Topic.objects.filter(threads=thread)


@compiled
def _links(person: int, thread: int) -> ThreadLinkRows:
    return ThreadLink.objects.from_or_to(thread).visible_to(Person(pk=person))


class ThreadPage(Reader):
    """The opening and the accepted answer on the first page, then the rest, oldest first.

    `after` and `before` are numbers of posts: pages go by key and can begin anywhere.
    """

    def __init__(self, thread: Thread, person: Person, *, after: int | None = None, before: int | None = None) -> None:
        super().__init__(thread, person)
        self.accepted_id = thread.acceptance.post_id if thread.is_solved else 0
        self._read_back(before) if before else self._read_on(after or 0)
        self.is_first = self.earlier is None
        self.opening, self.accepted = self._top() if self.is_first else (None, None)
        self.comments = self._comments()

    def _read_on(self, after: int) -> None:
        found = _after(**self._rest, after=after)
        self.posts = [self.know(post) for post in found[:PAGE]]
        self.earlier = after + 1 if after else None
        self.later = self.posts[-1].pk if len(found) > PAGE else None

    def _read_back(self, before: int) -> None:
        found = _before(**self._rest, before=before)
        self.posts = [self.know(post) for post in reversed(found[:PAGE])]
        self.earlier = self.posts[0].pk if len(found) > PAGE else None
        self.later = self.posts[-1].pk if self.posts else None

    @property
    def _rest(self) -> dict[str, int | str]:
        return {"person": self.person.pk, "thread": self.thread.pk, "kind": str(self.thread.answer_kind), "accepted": self.accepted_id}

    def _top(self) -> tuple[Post | None, Post | None]:
        top = _top(person=self.person.pk, thread=self.thread.pk, accepted=self.accepted_id)
        found = {post.kind == Post.Kind.OPENING: self.know(post) for post in top}
        return found.get(True), found.get(False)

    def _comments(self) -> dict[int, list[Post]]:
        """The first comments of every post of the page in one query, however many there are."""
        found: dict[int, list[Post]] = defaultdict(list)
        for comment in _first_comments(person=self.person.pk, posts=[post.pk for post in self.every]):
            found[comment.parent_id].append(self.know(comment))
        return found

    @property
    def every(self) -> list[Post]:
        """All posts of the page, comments apart, in the order in which they are read."""
        return [post for post in (self.opening, self.accepted, *self.posts) if post]

    @cached_property
    def topics(self) -> list[Topic]:
        """What the thread is about."""
        return _topics(thread=self.thread.pk)

    @cached_property
    def links(self) -> list[ThreadLink]:
        """Threads this one belongs with, as far as the person may read them."""
        return _links(person=self.person.pk, thread=self.thread.pk)

    @cached_property
    def last_shown(self) -> int:
        """How far somebody has read who has read this page: on the last page, to the end."""
        return self.later or max(self.thread.last_post_id, *(post.pk for post in self.every), 0)

    @cached_property
    def first_new(self) -> int | None:
        """The first post the person has not seen, when they have been here before."""
        read_to = self.thread.read_to
        if read_to is None or self.thread.last_post_id <= read_to:
            return None
        unseen = Post.objects.standing().filter(thread=self.thread, pk__gt=read_to).exclude(author=self.person)
        return unseen.order_by("pk").values_list("pk", flat=True).first()


class CommentsPage(Reader):
    """One post with all its comments, a page at a time; `after` is the number of a comment."""

    def __init__(self, post: Post, thread: Thread, person: Person, *, after: int | None = None) -> None:
        super().__init__(thread, person)
        self.post = self.know(post)
        rows = Post.objects.for_page(person).filter(parent=post, deletion=None, pk__gt=after or 0)
        found = list(rows.order_by("pk")[: COMMENTS_PAGE + 1])
        self.comments = [self.know(comment) for comment in found[:COMMENTS_PAGE]]
        self.after = self.comments[-1].pk if len(found) > COMMENTS_PAGE else None
        self.is_first = not after


def posts_of(thread: int, person: int) -> PostRows:
    """The posts of a thread that were not deleted, with what a page shows of them."""
    return Post.objects.for_page(Person(pk=person)).filter(thread=thread, deletion=None)
