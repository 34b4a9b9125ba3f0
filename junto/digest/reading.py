"""What stands in editions, as its reader may see it now: what was deleted or hidden meanwhile, or is muted, is passed over."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from junto.design.links import url
from junto.digest.corrections import Correction, standing
from junto.digest.models.edition import Edition
from junto.digest.models.thing import Kind, Thing, Why
from junto.digest.readers import Reader, shunning
from junto.kit.occasions import Occasion, Told
from junto.people.models import Person
from junto.posts.models import Post, Thread

EXCERPT = 180
ICONS = {
    Kind.SOLVED: "circle-check",
    Kind.HELPED: "heart",
    Kind.ASKED: "message-circle-question-mark",
    Kind.ANSWERED: "message-circle",
    Kind.OPENED: "message-square-text",
    Kind.OCCASION: "mail",
    Kind.CORRECTED: "clock",
}
TOPICAL = (Why.CAN_BE_ASKED, Why.ANSWERED_ABOUT, Why.SPACE_ABOUT)


@dataclass(frozen=True)
class Line:
    """One thing as pages and letters show it."""

    thing: Thing
    title: str
    url: str
    says: str
    """Who shares it, and what it is."""
    because: str
    at: datetime
    person: Person | None = None
    where: str = ""
    """The name of the space, where `because` does not name it."""
    language: str = ""
    excerpt: str = ""
    post: Post | None = None

    @property
    def shared(self) -> str:
        """Who shares it, and where."""
        return f"{self.says} · {self.where}" if self.where else self.says

    @property
    def icon(self) -> str:
        """What stands before it."""
        return ICONS[Kind(self.thing.kind)]

    @property
    def caution(self) -> str:
        """That it is to be read with care; a correction says so itself."""
        is_old = self.post is not None and self.post.is_outdated and self.thing.kind != Kind.CORRECTED
        return _("May no longer hold") if is_old else ""

    @property
    def holds(self) -> bool:
        """Whether it is still what it was when it was chosen: not closed since, the answer still accepted, the question still open.

        A correction that does not stand any more is no line at all.
        """
        if self.post is None or self.thing.kind == Kind.CORRECTED:
            return True
        thread = self.post.thread
        return not thread.is_closed and not self.post.is_outdated and _still(self.thing.kind, self.post, thread)


@dataclass(frozen=True)
class Issue:
    """One edition with its lines."""

    edition: Edition
    title: str
    lines: Sequence[Line]


def issues(editions: Sequence[Edition], reader: Person) -> list[Issue]:
    """These editions, in as many queries as for one; those of which nothing is left are passed over."""
    found: dict[int, list[Line]] = defaultdict(list)
    things = Thing.objects.filter(edition__in=editions).select_related("topic").order_by("pk")
    for line in lines(list(things), reader):
        found[line.thing.edition_id].append(line)
    return [Issue(edition, _title(edition), found[edition.pk]) for edition in editions if edition.pk in found]


def lines_of(edition: Edition) -> list[Line]:
    """The lines of one edition, as the person it is for may see them."""
    return [line for issue in issues([edition], edition.person) for line in issue.lines]


def _title(edition: Edition) -> str:
    from babel.dates import format_date  # here, for it brings all languages, which most starts do not need

    from junto.design.locales import locale

    return _("The week of %(day)s") % {"day": format_date(edition.week, "long", locale())}


def lines(things: Sequence[Thing], reader: Person) -> list[Line]:
    """These things as lines, in a number of queries that does not grow with theirs. Things come with their `topic`."""
    shuns = shunning(reader.pk)
    posts, topics = _posts(things, reader), _topics(things)
    occasions, corrected = _occasions(things, reader), standing(things, reader)
    found = (
        _of_occasion(thing, occasions.get(thing.occasion))
        if thing.occasion
        else _of_post(thing, posts.get(thing.post_id), topics[thing.thread_id], shuns, corrected)
        for thing in things
    )
    return [line for line in found if line is not None]


def _posts(things: Iterable[Thing], reader: Person) -> dict[int | None, Post]:
    numbers = [thing.post_id for thing in things if thing.post_id]
    shown = Post.objects.visible_to(reader).filter(pk__in=numbers)
    return {post.pk: post for post in shown.select_related("author", "thread__space", "thread__closure", "acceptance")}


def _topics(things: Iterable[Thing]) -> dict[int | None, list[int]]:
    topics: dict[int | None, list[int]] = defaultdict(list)
    threads = [thing.thread_id for thing in things if thing.thread_id]
    for thread, topic in Thread.topics.through.objects.filter(thread__in=threads).values_list("thread", "topic"):
        topics[thread].append(topic)
    return topics


def _occasions(things: Iterable[Thing], reader: Person) -> dict[str, Told]:
    addresses: dict[str, list[str]] = defaultdict(list)
    for thing in things:
        if thing.occasion:
            addresses[thing.occasion.partition(":")[0]].append(thing.occasion)
    found: dict[str, Told] = {}
    for name, some in addresses.items():
        kind = Occasion.named(name)
        found.update(kind.told(some, reader) if kind else {})
    return found


def _of_post(thing: Thing, post: Post | None, topics: Sequence[int], reader: Reader, corrected: Mapping[int, Correction]) -> Line | None:
    if post is None or post.thread_id != thing.thread_id:
        return None
    thread = post.thread
    if reader.shuns(thread=thread.pk, space=thread.space_id, topics=topics, people=(post.author_id, thread.author_id)):
        return None
    if thing.kind != Kind.CORRECTED:
        return line_of(thing, post)
    return line_of(thing, post, corrected[post.pk]) if post.pk in corrected else None


def line_of(thing: Thing, post: Post, correction: Correction | None = None) -> Line:
    """A post as a line, or what is said of it since. Who may read it was asked before."""
    thread = post.thread
    return Line(
        thing=thing,
        title=thread.title,
        url=correction.url if correction else _place(post),
        says=correction.says if correction else _says(thing.kind, post),
        because=_because(thing, post),
        at=post.written_at,
        person=post.author,
        where="" if thing.why in (Why.BELONGS, Why.CHANCE) else thread.space.name,
        language=thread.language,
        excerpt=correction.words if correction else post.excerpt(EXCERPT),
        post=post,
    )


def _place(post: Post) -> str:
    return post.thread.get_absolute_url() if post.kind == Post.Kind.OPENING else url("posts:post", post.pk)


def _of_occasion(thing: Thing, told: Told | None) -> Line | None:
    if told is None:
        return None
    return Line(thing, told.title, told.url, told.says, _("because it is soon"), told.at, told.person)


def _says(kind: str, post: Post) -> str:
    given: Mapping[str, Any] = {"person": post.author.name if post.author else _("Somebody"), "n": post.helped_count}
    sentences = {
        Kind.SOLVED: _("%(person)s had the answer that solved it"),
        Kind.ANSWERED: _("%(person)s answered"),
        Kind.ASKED: _("%(person)s asks, and nobody has answered yet"),
        Kind.OPENED: _("%(person)s began a discussion"),
        Kind.HELPED: ngettext("What %(person)s wrote helped somebody", "What %(person)s wrote helped %(n)d people", post.helped_count),
    }
    return sentences[Kind(kind)] % given


def _because(thing: Thing, post: Post) -> str:
    given = {
        "topic": thing.topic.name if thing.topic else "",
        "space": post.thread.space.name,
        "person": post.author.name if post.author else _("Somebody"),
    }
    sentences = {
        Why.CAN_BE_ASKED: _("because you can be asked about %(topic)s"),
        Why.ANSWERED_ABOUT: _("because you answered about %(topic)s"),
        Why.FOLLOWS: _("because you follow %(person)s"),
        Why.BELONGS: _("because you belong to %(space)s"),
        Why.SPACE_ABOUT: _("because a space of yours is about %(topic)s"),
        Why.CHANCE: _("by chance: from %(space)s"),
        Why.STOOD: _("because it stood in an earlier letter of yours"),
    }
    if thing.topic is None and thing.why in TOPICAL:
        return _("because it is about what you know")
    return sentences[Why(thing.why)] % given


def _still(kind: str, post: Post, thread: Thread) -> bool:
    if kind == Kind.SOLVED:
        return post.solved_it
    if kind == Kind.HELPED:
        return post.helped_count > 0
    return kind != Kind.ASKED or thread.answer_count == 0
