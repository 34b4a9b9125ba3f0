"""Threads as entries of a feed: the question or opening, how it stands, and what solved it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime

from django.db.models import Q, QuerySet
from django.template.loader import render_to_string

from junto.interop.feeds.source import Entry, Part
from junto.kit.paging import page
from junto.people.models import Person
from junto.posts.act_words import act_words
from junto.posts.models import Post, Thread

PART = 30
LATEST = ("-last_activity_at", "-id")


def newest_first(threads: "QuerySet[Thread]", person: Person, after: str | None) -> Part:
    """A page of these threads as far as the person may read them: what moved last comes first."""
    found = page(_readable(threads, person), order=LATEST, after=after, size=PART)
    return Part(entries(found.rows, person), found.after)


def entries(threads: Collection[Thread], person: Person) -> list[Entry]:
    """The threads as entries, with one more query for all of their texts."""
    texts = _texts(threads, person)
    return [_entry(thread, texts) for thread in threads if ("opening", thread.pk) in texts]


def of_numbers(numbers: Iterable[int], person: Person) -> list[Entry]:
    """The threads with these numbers, those that moved last first."""
    found = _readable(Thread.objects.filter(pk__in=list(numbers)), person).order_by(*LATEST)
    return entries(list(found), person)


def _readable(threads: "QuerySet[Thread]", person: Person) -> "QuerySet[Thread]":
    return threads.visible_to(person).select_related("author", "space", "closure")  # type: ignore[attr-defined]


def _texts(threads: Collection[Thread], person: Person) -> dict[tuple[str, int], list[Post]]:
    """Opening and accepted answers of each thread."""
    told = Q(kind=Post.Kind.OPENING) | Q(acceptance__isnull=False)
    posts = Post.objects.visible_to(person).filter(told, thread__in=[thread.pk for thread in threads])
    texts: dict[tuple[str, int], list[Post]] = defaultdict(list)
    for post in posts.select_related("author", "acceptance").defer("source", "plain", "cards_shown").order_by("acceptance__at", "pk"):
        texts["opening" if post.kind == Post.Kind.OPENING else "accepted", post.thread_id].append(post)
    return texts


def _entry(thread: Thread, texts: dict[tuple[str, int], list[Post]]) -> Entry:
    [opening], accepted = texts["opening", thread.pk], texts.get(("accepted", thread.pk), [])
    html = render_to_string("interop/feeds/thread.html", {"thread": thread, "opening": opening, "accepted": accepted})
    return Entry(
        thing=f"thread/{thread.pk}",
        title=thread.title,
        url=thread.get_absolute_url(),
        published=thread.opened_at,
        updated=max(_moments(thread, opening, accepted)),
        html=html,
        author=thread.author.name if thread.author else act_words().gone,
        language=thread.language,
    )


def _moments(thread: Thread, opening: Post, accepted: list[Post]) -> list[datetime]:
    """When something about the thread changed that a reader of the feed sees."""
    edited = [text.edited_at for text in (opening, *accepted) if text.edited_at]
    solved = [text.acceptance.at for text in accepted]
    closed = [thread.closure.at] if thread.is_closed else []
    return [thread.opened_at, thread.last_activity_at, *edited, *solved, *closed]
