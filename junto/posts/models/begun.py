from collections.abc import Sequence
from typing import NamedTuple

from junto.kit.text.language import language_of
from junto.posts.facts import ThreadOpened
from junto.posts.models.post import Post
from junto.posts.models.thread import Thread, tidy_title
from junto.spaces.models import Space


class Begun(NamedTuple):
    """A thread with its opening and the names of its topics, written but not kept yet."""

    thread: Thread
    opening: Post
    topics: Sequence[str]

    def as_fact(self, is_history: bool) -> ThreadOpened:
        """That it was opened; with the time when it was, if that is long ago."""
        thread, at = self.thread, self.thread.opened_at if is_history else None
        return ThreadOpened(thread_id=thread.pk, space_id=thread.space_id, by_id=thread.author_id, post_id=self.opening.pk, at=at)


def begin(space: Space, opening: Post, *, title: str, kind: str, topics: Sequence[str] = (), language: str = "") -> Begun:
    """The thread this opening begins: by whom and when it was written, in its language. Keeps nothing."""
    title, by, at = tidy_title(title), opening.author, opening.written_at
    language = language or language_of(f"{title}\n{opening.source}", by.languages if by else ())
    opening.thread = Thread(space=space, kind=kind, title=title, author=by, language=language[:10], opened_at=at, last_activity_at=at)
    return Begun(opening.thread, opening, topics)
