"""Where the rows of a dump land, and what they refer to: looked up for a whole batch at a time, and forgotten after it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, TypeVar

from junto.people.models import Person
from junto.portability.models import Brought
from junto.portability.stackexchange.rows import Row
from junto.posts.models import Origin, Post, Thread
from junto.spaces.models import Space

COMMUNITY = "-1"


class Keyed(Protocol):
    """Something of the dump with a number there."""

    @property
    def key(self) -> str: ...


Something = TypeVar("Something", bound=Keyed)


@dataclass(frozen=True)
class Said:
    """One text of the dump, drawn and waiting for its place: under which foreign number, by whom."""

    row: Row
    key: str
    under: str
    writer: str
    post: Post


@dataclass
class Tally:
    """What a batch has brought: how many of what, and the lines that had to be left out with the reason."""

    taken: Counter[str] = field(default_factory=Counter)
    left_out: dict[int, str] = field(default_factory=dict)

    def copy(self) -> "Tally":
        """As it stands now, to come back to when the database takes something back."""
        return Tally(Counter(self.taken), dict(self.left_out))


@dataclass
class Landing:
    """The space, the site it comes from, and what has already become what."""

    site: str
    space: Space
    tally: Tally = field(default_factory=Tally)

    @property
    def source(self) -> str:
        """The name under which this import is remembered."""
        return f"stackexchange:{self.site}"

    def count(self, what: str, number: int = 1) -> None:
        """Counts for the report what was brought, or left out on purpose."""
        self.tally.taken[what] += number

    def leave_out(self, row: Row, reason: str) -> None:
        """Says that a row cannot be taken in, and why."""
        self.tally.left_out[row.line] = reason

    def numbers(self, kind: str, keys: Iterable[str]) -> dict[str, int]:
        """What these foreign keys have become; what was not brought is missing."""
        return Brought.objects.numbers(self.source, kind, keys)

    def remember(self, kind: str, numbers: Mapping[str, int]) -> None:
        """Remembers what foreign keys have become."""
        Brought.objects.bulk_create(Brought(source=self.source, kind=kind, key=key, number=number) for key, number in numbers.items())

    def new(self, kind: str, found: Collection[Something]) -> list[Something]:
        """Those that were not brought before, each once."""
        known = self.numbers(kind, (one.key for one in found))
        return [one for key, one in {one.key: one for one in reversed(list(found))}.items() if key not in known][::-1]

    def people(self, keys: Iterable[str]) -> dict[str, Person]:
        """The people with these foreign numbers; nobody for the machine called Community."""
        numbers = self.numbers("person", set(keys) - {COMMUNITY})
        here = Person.objects.in_bulk(set(numbers.values()))
        return {key: here[number] for key, number in numbers.items() if number in here}

    def writers(self, said: Sequence[Said]) -> dict[str, Person]:
        """The same for those who wrote something: they belong to the space since then."""
        people = self.people(one.writer for one in said)
        since: dict[int, datetime] = {}
        for one in said:
            if one.writer in people:
                since.setdefault(people[one.writer].pk, one.post.written_at)
        self.space.memberships.begin_all(self.space, since)
        return people

    def threads(self, keys: Iterable[str]) -> dict[str, Thread]:
        """The threads with these foreign numbers, with how they ended."""
        numbers = self.numbers("thread", keys)
        here = Thread.objects.select_related("author", "closure").in_bulk(set(numbers.values()))
        return {key: here[number] for key, number in numbers.items() if number in here}

    def posts(self, keys: Iterable[str]) -> dict[str, Post]:
        """The posts with these foreign numbers, with their threads and without their texts."""
        numbers = self.numbers("post", keys)
        here = Post.objects.select_related("thread").defer("source", "html", "plain").in_bulk(set(numbers.values()))
        return {key: here[number] for key, number in numbers.items() if number in here}

    def landed(self, kind: str, path: str, said: Sequence[Said]) -> None:
        """Remembers what these texts have become, where they come from, under which licence, and who wrote them when nobody here did."""
        self.remember(kind, {one.key: one.post.pk for one in said})
        Origin.objects.bulk_create(
            Origin(
                post=one.post,
                url=f"https://{self.site}/{path}/{one.key}",
                licence=one.row.get("ContentLicense")[:80],
                author_name=_name_there(one.row)[:120],
            )
            for one in said
        )


def _name_there(row: Row) -> str:
    is_machine = COMMUNITY in (row.get("OwnerUserId"), row.get("UserId"))
    return row.get("OwnerDisplayName") or row.get("UserDisplayName") or ("Community" if is_machine else "")
