"""What one page of a thread shows to one person. All its queries stand here."""

from collections import defaultdict
from functools import cached_property

from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber

from junto.people.models import Person
from junto.posts.models import Post, Thread, ThreadLink
from junto.posts.models.post import PostRows
from junto.posts.reader import Reader

PAGE = 20
COMMENTS_SHOWN = 5
COMMENTS_PAGE = 50


class ThreadPage(Reader):
    """The opening and the accepted answer on the first page, then the rest, oldest first.

    `after` and `before` are numbers of posts: pages go by key and can begin anywhere.
    """

    def __init__(self, thread: Thread, person: Person, *, after: int | None = None, before: int | None = None) -> None:
        super().__init__(thread, person)
        self.accepted_id = thread.acceptance.post_id if thread.is_solved else None
        rest = posts_of(thread, person).filter(kind=thread.answer_kind).exclude(pk=self.accepted_id)
        if before:
            self._read_back(rest, before)
        else:
            self._read_on(rest, after or 0)
        self.is_first = self.earlier is None
        self.opening, self.accepted = self._top() if self.is_first else (None, None)
        self.comments = self._first_comments()

    def _read_on(self, rest: PostRows, after: int) -> None:
        found = list(rest.filter(pk__gt=after).order_by("pk")[: PAGE + 1])
        self.posts = [self.know(post) for post in found[:PAGE]]
        self.earlier = after + 1 if after else None
        self.later = self.posts[-1].pk if len(found) > PAGE else None

    def _read_back(self, rest: PostRows, before: int) -> None:
        found = list(rest.filter(pk__lt=before).order_by("-pk")[: PAGE + 1])
        self.posts = [self.know(post) for post in reversed(found[:PAGE])]
        self.earlier = self.posts[0].pk if len(found) > PAGE else None
        self.later = self.posts[-1].pk if self.posts else None

    def _top(self) -> tuple[Post | None, Post | None]:
        top = posts_of(self.thread, self.person).filter(Q(kind=Post.Kind.OPENING) | Q(pk=self.accepted_id))
        found = {post.kind == Post.Kind.OPENING: self.know(post) for post in top}
        return found.get(True), found.get(False)

    def _first_comments(self) -> dict[int, list[Post]]:
        """The first comments of every post of the page in one query, however many there are; `of` says how many each post has."""
        each = {"partition_by": F("parent_id")}
        numbered = Post.objects.for_page(self.person).filter(parent__in=[post.pk for post in self.every], deletion=None)
        numbered = numbered.annotate(nth=Window(RowNumber(), order_by="id", **each), of=Window(Count("id"), **each))
        found: dict[int, list[Post]] = defaultdict(list)
        for comment in numbered.filter(nth__lte=COMMENTS_SHOWN).order_by("id"):
            found[comment.parent_id].append(self.know(comment))
        return found

    @property
    def every(self) -> list[Post]:
        """All posts of the page, comments apart, in the order in which they are read."""
        return [post for post in (self.opening, self.accepted, *self.posts) if post]

    @cached_property
    def topics(self) -> list[object]:
        """What the thread is about."""
        return list(self.thread.topics.all())

    @cached_property
    def links(self) -> list[ThreadLink]:
        """Threads this one belongs with, as far as the person may read them."""
        return list(ThreadLink.objects.from_or_to(self.thread).visible_to(self.person))

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


def posts_of(thread: Thread, person: Person) -> PostRows:
    """The posts of a thread that were not deleted, with what a page shows of them."""
    return Post.objects.for_page(person).filter(thread=thread, deletion=None)
