"""A post as one reader sees it: everything its template asks, worked out once, because a page shows dozens and a template asks slowly."""

from functools import cached_property

from django.utils.translation import gettext as _

from junto.design.dates import when
from junto.design.links import url
from junto.people.models import Person
from junto.posts.act_words import ActWords, act_words
from junto.posts.models import Post
from junto.posts.reader import Reader


class Writer:
    """Who wrote, as it stands beside each of their posts. One for each person on a page."""

    __slots__ = ("about", "at", "initials", "is_active", "name", "tone")

    def __init__(self, person: Person) -> None:
        self.name, self.is_active, self.at = person.name, person.is_active, url("people:person", person.pk)
        self.initials, self.tone = person.initials, person.tone
        self.about = (
            ", ".join(filter(None, (person.department or person.what_i_do, person.place))) if person.is_active else _("no longer here")
        )


class Shown:
    """One post: what it says, and what this reader may do with it."""

    __slots__ = (
        *("pk", "at", "parent_id", "kind", "html", "written", "edited", "helped_count", "helped_me", "came_from", "writer", "label"),
        *("is_new", "is_accepted", "may_accept", "may_be_helped", "may_comment", "may_edit", "may_delete", "comments", "folded"),
    )

    def __init__(self, post: Post, reader: "Showing", writer: Writer | None) -> None:
        self.pk, self.parent_id, self.kind, self.html = post.pk, post.parent_id, post.kind, post.html
        self.at, self.came_from = url("posts:post", post.pk), post.came_from
        self.written, self.edited = when(post.written_at), when(post.edited_at) if post.edited_at else None
        self.helped_count, self.helped_me, self.writer = post.helped_count, post.helped_me, writer
        self.label = reader.say.label(post.kind, writer.name if writer else reader.say.gone)
        self.is_new, self.is_accepted = reader.is_new(post), reader.is_accepted(post)
        self._may(post, reader)
        self.comments: list[Shown] = []
        self.folded = 0

    def _may(self, post: Post, reader: "Showing") -> None:
        self.may_accept, self.may_be_helped = reader.may_accept(post), reader.may_be_helped(post)
        self.may_edit, self.may_delete = reader.may_edit(post), reader.may_delete(post)
        self.may_comment = reader.may_write and post.kind != Post.Kind.COMMENT

    def take(self, comments: "list[Shown]", of: int) -> None:
        """Puts these comments under the post; it has `of` in all."""
        self.comments, self.folded = comments, of - len(comments)

    @property
    def last_comment(self) -> int:
        """After which comment the folded ones go on."""
        return self.comments[-1].pk


class Showing(Reader):
    """A reader to whom posts are shown; knows who wrote them, and the words on the buttons."""

    @cached_property
    def say(self) -> ActWords:
        """What stands on the buttons."""
        return act_words()

    def show(self, post: Post) -> Shown:
        """The post as this reader sees it. Rules ask a post for its thread and its deletion; both are known here."""
        writers = self.__dict__.setdefault("_writers", {})
        if post.author_id not in writers:
            writers[post.author_id] = Writer(post.author) if post.author else None
        return Shown(self.know(post), self, writers[post.author_id])
