"""What the stages of an import share: the landing place, and how a stage is asked."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from junto.people.models import Person
from junto.portability.models import Brought
from junto.portability.stackexchange.rows import Row
from junto.posts.models import Origin, Post, Thread
from junto.spaces.models import Space

COMMUNITY = "-1"


@dataclass
class Landing:
    """Where the rows land: the space, where they come from, and what has already become what."""

    site: str
    space: Space
    taken: Counter[str] = field(default_factory=Counter)

    @property
    def source(self) -> str:
        """The name under which this import is remembered."""
        return f"stackexchange:{self.site}"

    def numbers(self, kind: str, keys: Iterable[str]) -> dict[str, int]:
        """What these foreign keys have become."""
        return Brought.objects.numbers(self.source, kind, keys)

    def remember(self, kind: str, key: str, number: int) -> None:
        """Remembers what a foreign key has become."""
        Brought.objects.remember(self.source, kind, {key: number})

    def person(self, key: str) -> Person | None:
        """The person with that foreign number; None for nobody, and for the machine called Community."""
        number = self.numbers("person", [key]).get(key) if key != COMMUNITY else None
        return Person.objects.filter(pk=number).first() if number else None

    def thread(self, key: str) -> Thread | None:
        """The thread with that foreign number."""
        number = self.numbers("thread", [key]).get(key)
        return Thread.objects.select_related("space").filter(pk=number).first() if number else None

    def post(self, key: str) -> Post | None:
        """The post with that foreign number."""
        number = self.numbers("post", [key]).get(key)
        return Post.objects.select_related("thread__space").filter(pk=number).first() if number else None

    def came_from(self, post: Post, path: str, row: Row) -> None:
        """Keeps where the post comes from, under which licence, and who wrote it when they are nobody here."""
        name = row.get("OwnerDisplayName") or row.get("UserDisplayName") or ("Community" if COMMUNITY in (row.get("OwnerUserId"), row.get("UserId")) else "")
        Origin.objects.create(post=post, url=f"https://{self.site}/{path}", licence=row.get("ContentLicense")[:80], author_name=name[:120])


class Stage:
    """One pass over one file."""

    name: ClassVar[str]
    file: ClassVar[str]

    def take(self, row: Row, landing: Landing) -> None:
        """Takes one row in. Raises Broken when it cannot be."""
        raise NotImplementedError

    def finish(self, landing: Landing) -> None:
        """What is left to do once the whole file was read; may be done twice."""


Stages = Sequence[Stage]
