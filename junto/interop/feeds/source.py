"""What a feed can be of, and what stands in it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from junto.kit.plugins import Plugin
from junto.people.models import Person


@dataclass(frozen=True, slots=True)
class Named:
    """What a feed is of, as its reader may see it: its name and its page."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a feed. `thing` tells it from all others for ever; `url` is a path of this house, `html` safe."""

    thing: str
    title: str
    url: str
    published: datetime
    updated: datetime
    html: str = ""
    author: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a feed, newest first. `after` is the token with which it goes on, None where it ends."""

    entries: Sequence[Entry]
    after: str | None = None


class Source(Plugin):
    """One kind of thing a feed can be of; `name` is the first half of `space:repairs`, and what stands behind it is `which`."""

    def titles(self, which: Collection[str], person: Person) -> Mapping[str, Named]:
        """Those of them the person may read now, in as many queries for ten as for one. The others are missing."""
        raise NotImplementedError

    def part(self, which: str, person: Person, after: str | None) -> Part:
        """A page of the feed, as the person may see it now."""
        raise NotImplementedError
