import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from junto.kit.files.limits import MIDDLE
from junto.kit.files.names import WHOLE, address
from junto.kit.files.refusals import words_of

WIDEST, HIGHEST = 640, 400
"""The room one picture takes on a page, in points."""
ENDING = re.compile(r"[A-Za-z0-9]{1,5}")


class FileFace(NamedTuple):
    """What a page shows of one file. Kept with the post, as a list of these values."""

    number: int
    key: str
    """Of the file; empty while the worker makes it ready, and when it was refused."""
    name: str
    alt: str
    is_picture: bool
    size: int
    width: int
    height: int
    refusal: str = ""

    @property
    def is_coming(self) -> bool:
        """Whether it is still being made ready."""
        return not self.key and not self.refusal

    @property
    def is_shown(self) -> bool:
        """Whether it stands there as a picture."""
        return self.is_picture and bool(self.key)

    @property
    def kind(self) -> str:
        """What it says to be by its name, such as `PDF`: for people, nothing depends on it."""
        ending = self.name.rpartition(".")[2] if "." in self.name else ""
        return ending.upper() if ENDING.fullmatch(ending) else ""

    @property
    def stands(self) -> tuple[int, int]:
        """How wide and high it stands on a page by itself, never larger than it is."""
        by = min(1, WIDEST / max(self.width, 1), HIGHEST / max(self.height, 1))
        return max(round(self.width * by), 1), max(round(self.height * by), 1)

    @property
    def trouble(self) -> str:
        """Why it cannot be shown."""
        return words_of(self.refusal) if self.refusal else ""

    @property
    def at(self) -> str:
        """Where all of it is found."""
        return address(self.key, WHOLE)

    @property
    def seen_at(self) -> str:
        """Where the picture is found that stands on the page."""
        return address(self.key, MIDDLE)


class Files(NamedTuple):
    """The files of one post."""

    pictures: tuple[FileFace, ...]
    others: tuple[FileFace, ...]
    """Everything that does not stand there as a picture: documents, and what is on its way or was refused."""
    live: str
    """The address to listen to while some are on their way."""


def files_of(kept: Iterable[Iterable[Any]], live: str = "") -> Files | None:
    """The files as they are kept with a post, whose page listens to `live`; None for most posts, which have none."""
    faces = [FileFace(*values) for values in kept]
    if not faces:
        return None
    others = tuple(face for face in faces if not face.is_shown)
    return Files(tuple(face for face in faces if face.is_shown), others, live if any(face.is_coming for face in others) else "")


def names_in(kept: Iterable[Iterable[Any]]) -> list[str]:
    """What the files are called, for search and for history."""
    return [FileFace(*values).name for values in kept]
