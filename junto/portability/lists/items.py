"""What stands in a list of questions, before anything of it is kept."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from junto.kit.text import LONGEST, TooLong, clean
from junto.kit.text.fold import folded
from junto.kit.text.line import is_blank, one_line
from junto.posts.models import Thread

MOST = 500
MOST_ANSWERS = 50
MOST_TOPICS = 5


class Unreadable(Exception):
    """A file of which nothing can be taken; its text says why, and what to do."""


class Left(Exception):
    """A row that is left out; its text says why."""


@dataclass(frozen=True)
class Item:
    """One question: on which line it stands, what is asked, and what was answered. `is_solved`: the first answer is what solved it."""

    line: int
    title: str
    text: str
    answers: Sequence[str] = ()
    topics: Sequence[str] = ()
    at: datetime | None = None
    is_solved: bool = False

    @property
    def key(self) -> str:
        """What makes it the same question when the list is brought in again."""
        return hashlib.sha256(" ".join(folded(self.title).split()).encode()).hexdigest()


@dataclass
class Listed:
    """A whole list: its questions, and for each line that is left out why."""

    items: list[Item] = field(default_factory=list)
    left_out: list[tuple[int, str]] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)

    def add(self, line: int, title: str, text: str, answers: Sequence[str], **more: object) -> None:
        """Takes the question in, or says why not."""
        try:
            if len(self.items) >= MOST:
                raise Left(_("A list brings at most %(most)d questions. Bring the rest in another file.") % {"most": MOST})
            item = _item(line, title, text, answers, more)
            if item.key in self.keys:
                raise Left(_("The same question stands further up."))
            self.keys.add(item.key)
            self.items.append(item)
        except Left as why:
            self.left_out.append((line, str(why)))


def _item(line: int, title: str, text: str, answers: Sequence[str], more: dict[str, object]) -> Item:
    title = one_line(title, Thread.LONGEST_TITLE + 1)
    if is_blank(title):
        raise Left(_("There is no question."))
    if len(title) > Thread.LONGEST_TITLE:
        raise Left(_("The question is longer than %(most)d letters. Put the rest beside it.") % {"most": Thread.LONGEST_TITLE})
    kept = [words for answer in answers[:MOST_ANSWERS] if (words := _text(answer))]
    return Item(line, title, _text(text), kept, **more)  # type: ignore[arg-type]  # the readers give what an item knows


def _text(given: str) -> str:
    try:
        words = clean(given)
    except TooLong:
        raise Left(_("A text is longer than %(most)d letters.") % {"most": LONGEST}) from None
    return "" if is_blank(words) else words
