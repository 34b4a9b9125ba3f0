"""A post as one reader sees it: everything its template asks, worked out once, because a page shows dozens and a template asks slowly."""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from django.template import engines
from django.utils.translation import get_language
from markupsafe import Markup

from junto.design.dates import teller
from junto.design.links import url
from junto.people.models import Person
from junto.posts.act_words import ActWords, act_words
from junto.posts.attached.face import Files, files_of
from junto.posts.cards.face import Face, faces
from junto.posts.models import Post, Thread
from junto.posts.reader import Reader

DRAWN_AT_ONCE = 2048
"""How many posts are remembered as they were drawn, with their comments: at about 4 kB each they take less than 10 MB."""


class CameFrom(NamedTuple):
    """Where an imported post was written first."""

    url: str
    licence: str
    author_name: str


class Writer(NamedTuple):
    """Who wrote, as it stands beside each of their posts."""

    name: str
    initials: str
    tone: int
    face: str
    at: str
    about: str
    is_active: bool


class Allowed(NamedTuple):
    """What the reader may do with a post."""

    accept: bool
    say_helped: bool
    comment: bool
    edit: bool
    delete: bool


class Shown(NamedTuple):
    """One post: what it says, and what this reader may do with it. Two that are equal look the same."""

    pk: int
    at: str
    parent_id: int | None
    kind: str
    html: str
    language: str
    label: str
    writer: Writer | None
    written: Markup
    edited: Markup | None
    came_from: CameFrom | None
    helped_count: int
    helped_me: bool
    is_new: bool
    is_accepted: bool
    solved_by: int
    """How many answers share that they solved the question."""
    is_outdated: bool
    cards: tuple[Face, ...]
    live: str
    """The address to listen to while cards are on their way."""
    files: Files | None
    may: Allowed


class Known(NamedTuple):
    """As much of a post as the rules ask for."""

    pk: int
    author_id: int | None
    kind: str
    is_deleted: bool = False


class Showing(Reader):
    """A reader to whom posts are shown; knows who wrote them, and the words on the buttons."""

    def __init__(self, thread: Thread, person: Person) -> None:
        super().__init__(thread, person)
        self._when = teller()
        self._allowed: dict[tuple[int | None, str], Allowed] = {}

    @cached_property
    def say(self) -> ActWords:
        """What stands on the buttons."""
        return act_words()

    def show(self, row: Sequence[Any]) -> Shown:
        """The post as this reader sees it, from a row of `Post.objects.as_shown_to`."""
        pk, thread, parent, kind, html, written, edited, helped_count, author = row[:9]
        address, licence, name, helped_me, kept, files, accepted, outdated = row[15:23]
        cards = faces(kept)
        known, writer = Known(pk, author, kind), _writer(author, *row[9:15], self.say.no_longer_here)
        return Shown(
            *(pk, url("posts:post", pk), parent, kind, html, self.thread.language),
            *(
                self.say.label(kind, writer.name if writer else self.say.gone),
                writer,
                self._when(written),
                self._when(edited) if edited else None,
            ),
            *(CameFrom(address, licence, name) if address else None, helped_count, helped_me),
            *(self.is_new(known), accepted is not None),
            solved_by=self.thread.accepted_count,
            is_outdated=outdated,
            cards=cards,
            live=f"thread:{thread}" if any(face.is_coming for face in cards) else "",
            files=files_of(files, f"thread:{thread}"),
            may=self._may(known),
        )

    def comments_of(self, post: Shown) -> Sequence[Shown]:
        """The comments that stand under a post."""
        return ()

    def folded_of(self, post: Shown) -> int:
        """How many more there are."""
        return 0

    def whole(self, post: Shown, more: str = "") -> Markup:
        """The post with its comments, as HTML. `more` are further acts."""
        return _whole(post, more, tuple(self.comments_of(post)), self.folded_of(post), get_language())

    def draw(self, comment: Shown) -> Markup:
        """A comment as HTML."""
        return _drawn(comment, get_language())

    def _may(self, post: Known) -> Allowed:
        key = (post.author_id, post.kind)
        if key not in self._allowed:
            writes = self.may_write and post.kind != Post.Kind.COMMENT
            self._allowed[key] = Allowed(
                self.may_accept(post), self.may_be_helped(post), writes, self.may_edit(post), self.may_delete(post)
            )
        return self._allowed[key]


@lru_cache(maxsize=DRAWN_AT_ONCE)
def _writer(
    number: int | None, name: str, is_active: bool, department: str, what_i_do: str, place: str, picture: str, gone: str
) -> Writer | None:
    """Who wrote, from what the row knows of them; None for somebody who left for good."""
    if number is None:
        return None
    person = Person(pk=number, name=name, is_active=is_active, picture=picture)
    about = ", ".join(filter(None, (department or what_i_do, place))) if is_active else gone
    return Writer(name, person.initials, person.tone, person.face, url("people:person", number), about, is_active)


@lru_cache(maxsize=DRAWN_AT_ONCE)
def _whole(post: Shown, more: str, comments: tuple[Shown, ...], folded: int, language: str | None) -> Markup:
    """Drawn once for everybody to whom it looks the same: all that the template sees is in the arguments."""
    under = {"comments": [_drawn(comment, language) for comment in comments], "last": comments[-1] if comments else None, "folded": folded}
    return _render("whole", post=post, more=more, **under)


@lru_cache(maxsize=DRAWN_AT_ONCE)
def _drawn(comment: Shown, language: str | None) -> Markup:
    return _render("comment", post=comment)


def _render(part: str, **given: Any) -> Markup:
    template = engines["jinja2"].get_template(f"posts/parts/{part}.html")
    return Markup(template.render({"say": act_words(), **given}))
