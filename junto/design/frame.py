"""What every page has around its content. Nothing here is worked out before a template asks for it, and nothing asks the database."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_bidi

from junto.design.toasts import Toast, read


@dataclass(frozen=True)
class Place:
    """One entry of the rail. `later` ones stand behind More on a phone; `g` and then `key` goes there.

    `count_url` gives the count anew, whenever something arrives in the reader's inbox.
    """

    label: str
    url: str
    icon: str
    current: bool = False
    count: int = 0
    later: bool = False
    key: str = ""
    count_url: str = ""


@dataclass(frozen=True)
class Doors:
    """Addresses that the page itself links to; the rooms behind them are not known here."""

    home: str = "/"
    search: str = ""
    command: str = ""
    sign_in: str = ""
    sign_out: str = ""
    manifest: str = ""
    worker: str = ""
    """The script that stands between pages and the network; empty when this house wants none in its people's browsers."""
    outbox: str = ""
    phone: str = ""
    note: str = ""
    """Where somebody notes what helped them; the key `c` leads there."""
    language: str = ""
    """Where somebody signed in chooses the language of the pages."""
    languages: str = ""
    """Where the choice of somebody who is not signed in is sent."""


class Frame:
    """The frame of one page: places, who reads, in which language, what was just said to them."""

    def __init__(
        self,
        request: HttpRequest | None,
        places: "Places" = lambda frame: (),
        doors: Callable[[], Doors] = Doors,
        feed: "Callable[[Frame], str]" = lambda frame: "",
    ) -> None:
        self.request = request
        self._places = places
        self._find_doors = doors
        self._find_feed = feed

    @cached_property
    def feed(self) -> str:
        """The reader's own address of this page as a feed, for programs that look for one; empty where there is none."""
        return self._find_feed(self)

    @cached_property
    def places(self) -> Sequence[Place]:
        """The entries of the rail, in their order."""
        return self._places(self)

    @cached_property
    def person(self) -> Any:
        """Who reads, or None."""
        reader = getattr(self.request, "user", None)
        return reader if reader is not None and reader.is_authenticated else None

    @property
    def heard(self) -> int:
        """Up to which event of the stream the page was drawn."""
        return getattr(self.request, "heard", 0)

    @property
    def language(self) -> str:
        """For `<html lang>`."""
        return get_language() or "en"

    @property
    def languages(self) -> Sequence[tuple[str, str]]:
        """All languages of the house by their codes, each called as its speakers call it."""
        return settings.LANGUAGES

    @property
    def direction(self) -> str:
        """For `<html dir>`."""
        return "rtl" if get_language_bidi() else "ltr"

    @property
    def messages(self) -> tuple[Toast, ...]:
        """What was just done, said once."""
        return tuple(read(get_messages(self.request))) if self.request is not None else ()

    @cached_property
    def doors(self) -> Doors:
        """Where the links of the page itself lead."""
        return self._find_doors()


Places = Callable[[Frame], Sequence[Place]]
