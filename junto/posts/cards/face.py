from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from junto.kit.files.limits import LARGE
from junto.kit.files.names import address
from junto.kit.text.line import one_line

LONGEST_SITE = 60


class Face(NamedTuple):
    """What a page shows of one card. Kept with the post, as a list of these values; `title` is empty while nobody has looked yet."""

    card: int
    address: str
    site: str
    title: str = ""
    description: str = ""
    picture: str = ""
    """The key of a file."""
    is_coming: bool = False
    """Whether more is on its way."""

    @property
    def picture_at(self) -> str:
        """Where its picture is found."""
        return address(self.picture, LARGE)


def site_of(address: str) -> str:
    """The name of the host, as people say it."""
    return one_line((urlsplit(address).hostname or "").removeprefix("www."), LONGEST_SITE)


def faces(kept: Iterable[Iterable[Any]]) -> tuple[Face, ...]:
    """The cards as they are kept with a post."""
    return tuple(Face(*values) for values in kept)
