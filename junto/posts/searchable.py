"""Threads with their openings, and every other post, as search knows them."""

from collections.abc import Collection, Iterable
from math import log1p
from typing import Any, TypeGuard

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from junto.kit.compiled import compiled
from junto.kit.facts import Fact
from junto.kit.searchable import Entry, Found, Searchable, used
from junto.kit.text.facts import TextsRedrawn
from junto.people.models import Person
from junto.posts import facts
from junto.posts.attached.face import names_in
from junto.posts.cards.face import faces
from junto.posts.learned import use_shown
from junto.posts.models import Post, Thread
from junto.posts.models.post import PostRows
from junto.posts.models.thread import ThreadRows

OF_THE_THREAD = (
    facts.ThreadOpened
    | facts.ThreadDeleted
    | facts.ThreadRestored
    | facts.ThreadRetitled
    | facts.ThreadClosed
    | facts.ThreadReopened
    | facts.AnswerAccepted
    | facts.AcceptanceWithdrawn
    | facts.PostOutdated
    | facts.OutdatedTakenBack
    | facts.PostDeleted
    | facts.PostRestored
    | facts.PostHelped
    | facts.AnswerReused
    | facts.ReuseTakenBack
)
OF_A_POST = (
    facts.PostWritten
    | facts.PostEdited
    | facts.CardsChanged
    | facts.PostDeleted
    | facts.PostRestored
    | facts.PostHelped
    | facts.AnswerAccepted
    | facts.AcceptanceWithdrawn
    | facts.PostOutdated
    | facts.OutdatedTakenBack
)
OF_ALL_POSTS = facts.ThreadDeleted | facts.ThreadRestored
OF_POST = (
    *("kind", "parent_id", "plain", "written_at", "helped_count", "is_outdated", "author__name"),
    *("thread__kind", "thread__title", "thread__answer_count", "thread__space__name", "thread__space__slug"),
    *("thread__accepted_count", "thread__closure__thread"),
)
SOLVED_ADDS = 0.1
HELPED_ADDS = 0.04
OUTDATED_TAKES = 0.3


class ThreadSearchable(Searchable):
    """A thread: its title, opening and topics."""

    name = "thread"
    has_meaning = True

    def numbers(self, *, after: int, most: int) -> list[int]:
        return list(Thread.objects.filter(pk__gt=after, deletion=None).order_by("pk").values_list("pk", flat=True)[:most])

    def entries(self, numbers: Collection[int]) -> Iterable[Entry]:
        threads = Thread.objects.filter(pk__in=numbers, deletion=None).select_related("closure").with_doubts().prefetch_related("topics")
        openings = {post.thread_id: post for post in _openings(numbers)}
        shown = use_shown(numbers)
        for thread in threads:
            opening = openings[thread.pk]
            topics = sorted(thread.topics.all(), key=lambda topic: topic.pk)
            text = "\n".join([_words_of(opening), *(topic.name for topic in topics)])
            weight = _weight(thread.is_solved, thread.helped_count, thread.is_outdated)
            use = used(thread.helped_count, *shown[thread.pk])
            yield _entry(thread, thread.pk, thread.title, text, opening, topics=tuple(topic.pk for topic in topics), weight=weight, use=use)

    def touched_by(self, fact: Fact) -> Collection[int]:
        if isinstance(fact, facts.ThreadsLinked | facts.ThreadsUnlinked):
            return [fact.thread_id, fact.other_id]
        if isinstance(fact, OF_THE_THREAD):
            return [fact.thread_id]
        if isinstance(fact, facts.PostsHelpedBefore):
            return Post.objects.filter(pk__in=fact.numbers).values_list("thread_id", flat=True).distinct()
        if isinstance(fact, facts.PostEdited | facts.CardsChanged):
            return _threads_begun_by([fact.post_id])
        return _threads_begun_by(fact.numbers) if _are_redrawn(fact) else []

    def found(self, numbers: Collection[int], person: Any) -> dict[int, Found]:
        threads = _threads_found(person=person.pk, threads=list(numbers))
        return {thread.pk: _found(thread, thread, thread.text, thread.opened_at) for thread in threads}


class PostSearchable(Searchable):
    """An answer, reply or comment, found under its thread."""

    name = "post"

    def numbers(self, *, after: int, most: int) -> list[int]:
        return list(_posts_kept().filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:most])

    def entries(self, numbers: Collection[int]) -> Iterable[Entry]:
        for post in _posts_entered(posts=list(numbers)):
            thread = post.thread
            yield _entry(
                thread, post.pk, "", _words_of(post), post, topics=None, weight=_weight(post.solved_it, post.helped_count, post.is_outdated)
            )

    def touched_by(self, fact: Fact) -> Collection[int]:
        if isinstance(fact, OF_ALL_POSTS):
            return list(Post.objects.filter(thread=fact.thread_id).exclude(kind=Post.Kind.OPENING).values_list("pk", flat=True))
        if isinstance(fact, facts.PostsHelpedBefore) or _are_redrawn(fact):
            return fact.numbers
        return [fact.post_id] if isinstance(fact, OF_A_POST) else []

    def found(self, numbers: Collection[int], person: Any) -> dict[int, Found]:
        posts = _posts_found(person=person.pk, posts=list(numbers))
        return {post.pk: _found(post.thread, post, post.plain, post.written_at) for post in posts}


@compiled
def _threads_found(person: int, threads: list[int]) -> ThreadRows:
    opening = Post.objects.filter(thread=OuterRef("pk"), kind=Post.Kind.OPENING).values("plain")
    return Thread.objects.visible_to(Person(pk=person)).filter(pk__in=threads).for_rows().with_doubts().annotate(text=Subquery(opening))


@compiled
def _posts_found(person: int, posts: list[int]) -> PostRows:
    found = Post.objects.visible_to(Person(pk=person)).filter(pk__in=posts)
    return found.select_related("author", "thread__space", "thread__closure").only(*OF_POST)


@compiled
def _posts_entered(posts: list[int]) -> PostRows:
    found: PostRows = _posts_kept().filter(pk__in=posts)
    return found.select_related("acceptance", "thread__closure").defer("source", "html")


def _are_redrawn(fact: Fact) -> TypeGuard[TextsRedrawn]:
    return isinstance(fact, TextsRedrawn) and fact.model == Post._meta.label_lower


def _threads_begun_by(posts: Collection[int]) -> Any:
    return Post.objects.filter(pk__in=posts, kind=Post.Kind.OPENING).values_list("thread_id", flat=True)


def _openings(threads: Collection[int]) -> Any:
    return Post.objects.filter(thread__in=threads, kind=Post.Kind.OPENING).only(
        "thread_id", "plain", "author_id", "written_at", "cards_shown", "files_shown"
    )


def _posts_kept() -> Any:
    return Post.objects.exclude(kind=Post.Kind.OPENING).filter(deletion=None, thread__deletion=None)


def _words_of(post: Post) -> str:
    """What was written, the titles of pages it links to, and what its files are called: who looks for those finds where they stand."""
    return "\n".join([post.plain, *(face.title for face in faces(post.cards_shown) if face.title), *names_in(post.files_shown)])


def _weight(solved: bool, helped: int, outdated: bool) -> float:
    return 1 + SOLVED_ADDS * solved + HELPED_ADDS * log1p(helped) - OUTDATED_TAKES * outdated


def _entry(
    thread: Thread, number: int, title: str, text: str, post: Post, *, topics: tuple[int, ...] | None, weight: float, use: float = 0.0
) -> Entry:
    return Entry(
        number=number,
        title=title,
        text=text,
        under=f"thread:{thread.pk}",
        at=post.written_at,
        kind=thread.kind,
        author=post.author_id,
        space=thread.space_id,
        likely=(thread.language,) if thread.language else (),
        topics=topics,
        is_answered=thread.answer_count > 0,
        is_solved=thread.is_solved,
        is_closed=thread.is_closed,
        weight=weight,
        use=use,
    )


def _found(thread: Thread, thing: Any, text: str, at: Any) -> Found:
    shown = (thing.pk, thread.title, text, thing.get_absolute_url(), thing, thing.author, thread.space, at, thread.state)
    return Found(*shown, thing.helped_count, _("May no longer hold") if thing.is_outdated else "")
