"""What a letter is made of. Each part knows its template and reads as plain text too."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from junto.design.letters.links import absolute
from junto.design.letters.written import for_letters
from junto.kit.text.readable import readable


@dataclass(frozen=True)
class Way:
    """A link below the words, such as the switch by which a letter comes no more."""

    label: str
    url: str

    @property
    def address(self) -> str:
        return absolute(self.url)

    def plain(self) -> str:
        """The link as plain text."""
        return f"{self.label}: {self.address}"


@dataclass(frozen=True)
class Part:
    """Base of the parts; `template` draws it as `part`."""

    template: ClassVar[str]

    def plain(self) -> str:
        """The part as plain text."""
        raise NotImplementedError


@dataclass(frozen=True)
class Words(Part):
    """What Junto says, in paragraphs with an empty line between."""

    template = "words"
    text: str

    @property
    def paragraphs(self) -> list[str]:
        return [each for each in self.text.split("\n\n") if each.strip()]

    def plain(self) -> str:
        return self.text.strip()


@dataclass(frozen=True)
class Quiet(Words):
    """The same in small print."""

    template = "quiet"


@dataclass(frozen=True)
class Heading(Part):
    """A heading, which may lead somewhere."""

    template = "heading"
    text: str
    url: str = ""

    @property
    def address(self) -> str:
        return absolute(self.url)

    def plain(self) -> str:
        return f"{self.text}\n{self.address}" if self.url else self.text


@dataclass(frozen=True)
class Press(Part):
    """The one thing to do now. Plain text has the bare address on a line of its own: the words before it say what it is for."""

    template = "press"
    label: str
    url: str

    @property
    def address(self) -> str:
        return absolute(self.url)

    def plain(self) -> str:
        return self.address


@dataclass(frozen=True)
class Written(Part):
    """What somebody wrote: safe HTML as posts keep it. `by` is the name of who wrote."""

    template = "written"
    html: str
    by: str = ""

    @property
    def words(self) -> Markup:
        return for_letters(self.html)

    def plain(self) -> str:
        text = readable(self.html, absolute)
        return f"{self.by}:\n\n{text}" if self.by else text


@dataclass(frozen=True)
class Entry(Part):
    """One of several things: what it is called and where it leads, what happened, how it begins, why it is here."""

    template = "entry"
    title: str
    url: str
    says: str = ""
    excerpt: str = ""
    because: str = ""
    way: Way | None = None

    @property
    def address(self) -> str:
        return absolute(self.url)

    def plain(self) -> str:
        lines = (self.title, self.says, self.excerpt, self.address, self.because, self.way.plain() if self.way else "")
        return "\n".join(line for line in lines if line)
