"""What the stages of an import share: the landing place, and how a stage is asked."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from junto.people.models import Person
from junto.portability.models import Brought
from junto.portability.stackexchange.rows import Row
from junto.posts.models import Origin, Post, Thread
from junto.spaces.models import Space

COMMUNITY = "-1"
MOST_REMEMBERED = 5000


@dataclass
class Landing:
    """Where the rows land: the space, where they come from, and what has already become what."""

    site: str
    space: Space
    taken: Counter[str] = field(default_factory=Counter)
    _people: dict[str, Person | None] = field(default_factory=dict)
    _members: set[str] = field(default_factory=set)

    @property
    def source(self) -> str:
        """The name under which this import is remembered."""
        return f"stackexchange:{self.site}"

    def number(self, kind: str, key: str) -> int | None:
        """What this foreign key has become; None when it was not brought."""
        return Brought.objects.number(self.source, kind, key) if key else None

    def remember(self, kind: str, key: str, number: int) -> None:
        """Remembers what a foreign key has become."""
        Brought.objects.create(source=self.source, kind=kind, key=key, number=number)

    def forget_what_was_taken_back(self) -> None:
        """After a batch was rolled back: nothing of it was taken, and nobody it made is there."""
        self.taken.clear()
        self._people.clear()
        self._members.clear()

    def person(self, key: str) -> Person | None:
        """The person with that foreign number; None for nobody, and for the machine called Community."""
        if key in ("", COMMUNITY):
            return None
        if key not in self._people:
            if len(self._people) > MOST_REMEMBERED:
                self._people.clear()
            self._people[key] = Person.objects.filter(pk=self.number("person", key)).first()
        return self._people[key]

    def writer(self, key: str, at: datetime) -> Person | None:
        """The same for somebody who wrote something: they belong to the space since then."""
        person = self.person(key)
        if person is not None and key not in self._members:
            self.space.add(person, at=at)
            self._members.add(key)
        return person

    def thread(self, key: str) -> Thread | None:
        """The thread with that foreign number."""
        number = self.number("thread", key)
        return Thread.objects.select_related("space").filter(pk=number).first() if number else None

    def post(self, key: str) -> Post | None:
        """The post with that foreign number."""
        number = self.number("post", key)
        return Post.objects.select_related("thread__space").filter(pk=number).first() if number else None

    def came_from(self, post: Post, path: str, row: Row) -> None:
        """Keeps where the post comes from, under which licence, and who wrote it when they are nobody here."""
        name = (
            row.get("OwnerDisplayName")
            or row.get("UserDisplayName")
            or ("Community" if COMMUNITY in (row.get("OwnerUserId"), row.get("UserId")) else "")
        )
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
