"""What stood in a post before, and how one version differs from the next, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher

from junto.people.models import Person
from junto.posts.attached.face import names_in
from junto.posts.models import Post

MOST = 100
_PIECE = re.compile(r"\s+|\w+|[^\w\s]")
LONGEST_COMPARED = 6_000
"""More pieces than this are compared line by line: comparing words takes quadratic time."""


@dataclass(frozen=True)
class Change:
    """A stretch of text: `same`, `gone` or `new`."""

    kind: str
    text: str


@dataclass(frozen=True)
class Version:
    """One text of a post: who wrote it, since when it stood, and what it changed."""

    by: Person | None
    at: datetime
    title: list[Change]
    text: list[Change]
    files: list[Change]
    """What went along is called, one a line."""
    is_first: bool


def versions_of(post: Post) -> list[Version]:
    """The latest versions first; the first one has nothing to compare with."""
    former = list(post.revisions.select_related("by").order_by("-at", "-id")[:MOST])
    title = post.thread.title if post.kind == Post.Kind.OPENING else ""
    files = _lines(names_in(post.files_shown))
    by = post.edited_by if post.edited_at else post.author
    texts = [(by, post.edited_at or post.written_at, title, post.source, files)] + [
        (each.by, each.at, each.title, each.source, _lines(each.files)) for each in former
    ]
    before = [*texts[1:], None]
    return [_version(this, that) for this, that in zip(texts, before, strict=True)]


Text = tuple[Person | None, datetime, str, str, list[str]]


def _version(this: Text, before: Text | None) -> Version:
    by, at, title, source, files = this
    if before is None:
        return Version(by, at, [Change("same", title)], [Change("same", source)], list(_woven(files, files)), True)
    _by, _at, was_title, was_source, were = before
    return Version(by, at, list(changes(was_title, title)), list(changes(was_source, source)), list(_woven(were, files)), False)


def _lines(names: list[str]) -> list[str]:
    return [f"{name}\n" for name in names]


def changes(before: str, after: str) -> Iterator[Change]:
    """The two texts woven into one: what stayed, what went, what came."""
    yield from _woven(_pieces(before), _pieces(after))


def _woven(old: list[str], new: list[str]) -> Iterator[Change]:
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Change("same", "".join(old[a:b]))
            continue
        if b > a:
            yield Change("gone", "".join(old[a:b]))
        if d > c:
            yield Change("new", "".join(new[c:d]))


def _pieces(text: str) -> list[str]:
    pieces = _PIECE.findall(text)
    return pieces if len(pieces) <= LONGEST_COMPARED else text.splitlines(keepends=True)
