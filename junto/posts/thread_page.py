"""What one page of a thread shows to one person. All its queries stand here; the SQL of each is worked out once."""

from collections import defaultdict
from functools import cached_property
from typing import Any

from django.db.models import Count, Exists, F, Q, Subquery, Window
from django.db.models.functions import RowNumber

from junto.kit.compiled import compiled
from junto.people.models import Person
from junto.posts.models import Attachment, Draft, Post, Thread, ThreadLink
from junto.posts.models.post import SHOWN, PostRows
from junto.posts.models.thread import ThreadRows
from junto.posts.models.thread_link import ThreadLinkRows
from junto.posts.shown import Showing, Shown
from junto.topics.models import Topic
from junto.topics.models.topic import TopicRows

PAGE = 20
AT_ONCE = PAGE + 3
"""The opening, one accepted answer and one that says whether the list goes on may be among them.

Where several were accepted, those are left out of the list."""
COMMENTS_SHOWN = 5
COMMENTS_PAGE = 50
PARENT, ACCEPTED_AT = SHOWN.index("parent_id"), SHOWN.index("acceptance__at")
Row = tuple[Any, ...]
NOTHING: tuple[list[Shown], int] = ([], 0)


@compiled
def threads_to_read(person: int, thread: int, draft: str) -> ThreadRows:
    """The thread, if the person may read it, with their own part in it and what they have begun to write under the key `draft`."""
    reader = Person(pk=person)
    kept = Draft.objects.filter(person=person, key=draft)
    found = Thread.objects.visible_to(reader).for_page(reader).filter(pk=thread)
    waiting = Attachment.objects.waiting(reader, draft)
    return found.annotate(
        has_files=Exists(waiting), draft=Subquery(kept.values("fields")[:1]), draft_at=Subquery(kept.values("kept_at")[:1])
    )


@compiled
def _one(person: int, post: int) -> Any:
    return Post.objects.filter(pk=post).as_shown_to(Person(pk=person))


@compiled
def _top(person: int, thread: int) -> Any:
    return posts_of(thread).filter(Q(kind=Post.Kind.OPENING) | Q(acceptance__isnull=False)).as_shown_to(Person(pk=person))


@compiled
def _after(person: int, thread: int, after: int, mixed: int) -> Any:
    return _listed(thread, mixed).filter(pk__gt=after).order_by("pk").as_shown_to(Person(pk=person))[:AT_ONCE]


@compiled
def _before(person: int, thread: int, before: int, mixed: int) -> Any:
    return _listed(thread, mixed).filter(pk__lt=before).order_by("-pk").as_shown_to(Person(pk=person))[:AT_ONCE]


@compiled
def _comments(person: int, parent: int, after: int) -> Any:
    comments = Post.objects.filter(parent=parent, deletion=None, pk__gt=after)
    return comments.order_by("pk").as_shown_to(Person(pk=person))[: COMMENTS_PAGE + 1]


@compiled
def _first_comments(person: int, posts: list[int]) -> Any:
    """The first comments of each post; the last value says how many it has in all."""
    number, of = Window(RowNumber(), order_by="id", partition_by=F("parent_id")), Window(Count("id"), partition_by=F("parent_id"))
    numbered = Post.objects.filter(parent__in=posts, deletion=None).annotate(nth=number, of=of)
    return numbered.filter(nth__lte=COMMENTS_SHOWN).order_by("id").as_shown_to(Person(pk=person), "of")


@compiled
def _first_unseen(person: int, thread: int, read_to: int) -> Any:
    unseen = Post.objects.standing().filter(thread=thread, pk__gt=read_to).exclude(author=person)
    return unseen.order_by("pk").values_list("pk")[:1]


@compiled
def _topics(thread: int) -> TopicRows:
    return Topic.objects.filter(threads=thread)


@compiled
def _links(person: int, thread: int) -> ThreadLinkRows:
    return ThreadLink.objects.from_or_to(thread).visible_to(Person(pk=person))


class ThreadPage(Showing):
    """The opening and what solved it on the first page, then the rest, oldest first.

    `after` and `before` are numbers of posts: pages go by key and can begin anywhere.
    """

    def __init__(self, thread: Thread, person: Person, *, after: int | None = None, before: int | None = None) -> None:
        super().__init__(thread, person)
        self.under: dict[int, tuple[list[Shown], int]] = {}
        self.opening: Shown | None = None
        self._solving: dict[Any, Shown] = {}
        self._mixed = thread.pk if thread.accepted_count < 2 else 0
        self._read_back(before) if before else self._read_on(after or 0)
        self.is_first = self.earlier is None
        if self.is_first:
            self._complete_top()
        self._add_comments()

    def _read_on(self, after: int) -> None:
        rest = self._rest(_after(person=self.person.pk, thread=self.thread.pk, after=after, mixed=self._mixed))
        self.posts = rest[:PAGE]
        self.earlier = after + 1 if after else None
        self.later = self.posts[-1].pk if len(rest) > PAGE else None

    def _read_back(self, before: int) -> None:
        rest = self._rest(_before(person=self.person.pk, thread=self.thread.pk, before=before, mixed=self._mixed))
        self.posts = rest[:PAGE][::-1]
        self.earlier = self.posts[0].pk if len(rest) > PAGE else None
        self.later = self.posts[-1].pk if self.posts else None

    def _rest(self, found: list[Row]) -> list[Shown]:
        """The posts without those that stand on top; these are put there when they come along."""
        return [post for row in found if not self._put_on_top(row, post := self.show(row))]

    def _put_on_top(self, row: Row, post: Shown) -> bool:
        if post.kind == Post.Kind.OPENING:
            self.opening = post
        elif post.is_accepted:
            self._solving[row[ACCEPTED_AT], post.pk] = post
        return post.kind == Post.Kind.OPENING or post.is_accepted

    def _complete_top(self) -> None:
        """Mostly all of it came along with the first page; what was accepted far below did not."""
        if self.opening is None or len(self._solving) < self.thread.accepted_count:
            for row in _top(person=self.person.pk, thread=self.thread.pk):
                self._put_on_top(row, self.show(row))

    @property
    def accepted(self) -> list[Shown]:
        """What solved it, in the order in which the asker said so."""
        return [self._solving[when] for when in sorted(self._solving)]

    def _add_comments(self) -> None:
        """The first comments of every post of the page in one query, however many there are."""
        found: dict[int, list[Row]] = defaultdict(list)
        for row in _first_comments(person=self.person.pk, posts=[post.pk for post in self.every]):
            found[row[PARENT]].append(row)
        for parent, rows in found.items():
            self.under[parent] = [self.show(row) for row in rows], rows[0][-1]

    @property
    def every(self) -> list[Shown]:
        """All posts of the page, comments apart, in the order in which they are read."""
        top = (self.opening, *self.accepted) if self.is_first else ()
        return [post for post in (*top, *self.posts) if post]

    def comments_of(self, post: Shown) -> list[Shown]:
        """The first comments under a post."""
        return self.under.get(post.pk, NOTHING)[0]

    def folded_of(self, post: Shown) -> int:
        """How many more there are."""
        comments, of = self.under.get(post.pk, NOTHING)
        return of - len(comments)

    @cached_property
    def topics(self) -> list[Topic]:
        """What the thread is about."""
        return _topics(thread=self.thread.pk)

    @cached_property
    def links(self) -> list[ThreadLink]:
        """Threads this one belongs with, as far as the person may read them: each once, as the same question rather than as related."""
        found = _links(person=self.person.pk, thread=self.thread.pk) if self.thread.has_links else []
        first: dict[int, ThreadLink] = {}
        for link in sorted(found, key=lambda link: link.kind != ThreadLink.Kind.DUPLICATE):
            first.setdefault(link.other_id if link.thread_id == self.thread.pk else link.thread_id, link)
        return list(first.values())

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
        unseen = _first_unseen(person=self.person.pk, thread=self.thread.pk, read_to=read_to)
        return unseen[0][0] if unseen else None


class CommentsPage(Showing):
    """One post with all its comments, a page at a time; `after` is the number of a comment."""

    def __init__(self, post: int, thread: Thread, person: Person, *, after: int | None = None) -> None:
        super().__init__(thread, person)
        self.post = show_one(self, post)
        found = _comments(person=person.pk, parent=post, after=after or 0)
        self.comments = [self.show(row) for row in found[:COMMENTS_PAGE]]
        self.after = self.comments[-1].pk if len(found) > COMMENTS_PAGE else None
        self.is_first = not after

    def comments_of(self, post: Shown) -> list[Shown]:
        """The comments of this page."""
        return self.comments


def show_one(reader: Showing, post: int) -> Shown:
    """One post, as it stands now, for whoever may read it."""
    return reader.show(_one(person=reader.person.pk, post=post)[0])


def _listed(thread: int, mixed: int) -> PostRows:
    """What may stand in the list of a page. `mixed` is the thread's number again where accepted answers come along with the rest."""
    return posts_of(thread).filter(Q(acceptance=None) | Q(thread=mixed), parent=None)


def posts_of(thread: int) -> PostRows:
    """The posts of a thread that were not deleted."""
    rows: PostRows = Post.objects.filter(thread=thread, deletion=None)
    return rows
