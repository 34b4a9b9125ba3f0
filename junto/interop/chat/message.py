"""What a chat is told: a short message, the same for every product."""

import unicodedata
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from junto.kit.text import excerpt

LONGEST_HEAD, LONGEST_TITLE, LONGEST_EXCERPT = 200, 140, 280
UNSEEN = "\u200b"
MARKS = frozenset("@#*_~[](){}<>|:$/\\!&=+^%")


@dataclass(frozen=True)
class ChatMessage:
    """A sentence, what it is about, how that begins, and where one reads on. Sentence, title and excerpt may hold what people wrote.

    `foot` says why somebody is told, `switch` is where that is turned down.
    """

    head: str
    title: str
    excerpt: str
    url: str
    link: str
    foot: str = ""
    switch: str = ""

    @classmethod
    def short(cls, head: str, title: str, text: str, path: str, *, foot: str = "", switch: str = "") -> "ChatMessage":
        """With everything cut to a length that a chat bears, and nothing in it that turns lines around or cannot be seen."""
        return cls(
            head=excerpt(seen(head), LONGEST_HEAD),
            title=excerpt(seen(title), LONGEST_TITLE),
            excerpt=excerpt(seen(text), LONGEST_EXCERPT),
            url=full(path),
            link=_("Read on in Junto"),
            foot=excerpt(seen(foot), LONGEST_HEAD),
            switch=full(switch) if switch else "",
        )

    @property
    def words(self) -> list[str]:
        """The lines above the link; empty ones are left out."""
        return [line for line in (self.head, self.title, self.excerpt, self.foot) if line]

    @property
    def links(self) -> list[tuple[str, str]]:
        """Words of ours and where they lead."""
        return [(self.link, self.url), *([(_("Change this"), self.switch)] if self.switch else [])]


def full(path: str) -> str:
    """The whole address of a page of this Junto."""
    return f"{settings.JUNTO_URL}{path}"


def seen(text: str) -> str:
    """Without letters that cannot be seen: they hide what is written, turn a line around, or split a word that is looked for."""
    return "".join(" " if letter in "\n\r\t" else letter for letter in text if letter in "\n\r\t" or unicodedata.category(letter)[0] != "C")


def plain_in_markdown(text: str) -> str:
    """The text so that Markdown of chats finds nothing in it: no mention, link, picture, code, emoji or command.

    Behind every letter that could begin or end a mark stands one that nobody sees. Backslashes would not do: they do not stop mentions,
    and not every product knows them. A dot within a word is parted as well, because some make links of bare names of hosts.
    """
    told = text.replace("`", "’")
    parts = [f"{letter}{UNSEEN}" if letter in MARKS or _parts_a_word(told, at) else letter for at, letter in enumerate(told)]
    return "".join(parts)


def _parts_a_word(text: str, at: int) -> bool:
    return text[at] == "." and text[at + 1 : at + 2].isalnum()
