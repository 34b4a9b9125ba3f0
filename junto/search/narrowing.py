"""The filters of a search as chips: those in use, each with the way back, and others to choose from."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from junto.design.links import url
from junto.kit.clock import now
from junto.kit.compiled import compiled
from junto.kit.searchable import Searchable
from junto.people.models import Person
from junto.search.query import Asked, Part
from junto.spaces.models import Space

MOST_SPACES = 6


@compiled
def _liveliest(person: int) -> Any:
    mine = Space.objects.of(Person(pk=person))
    return mine.order_by("-last_activity_at", "-id").values_list("slug", "name")[:MOST_SPACES]


@dataclass(frozen=True)
class Choice:
    """One chip: what it says, and where it leads."""

    label: str
    to: str


class Narrowing:
    """The filters of one search."""

    def __init__(self, asked: Asked, person: Person) -> None:
        self._asked = asked
        self._person = person

    @property
    def here(self) -> str:
        """The first page of this search."""
        return address(self._asked.text)

    @cached_property
    def active(self) -> list[Choice]:
        """Filters in use; following one takes it out."""
        return [Choice(said(part), address(self._asked.without(part))) for part in self._asked.filters]

    @property
    def kinds(self) -> list[Choice]:
        """What kind of thing, while none was chosen."""
        words = _closed_words()
        kinds = ("thread", "post", "person", "space", *_labels())
        return self._others("type", {f"type:{kind}": words[kind] for kind in kinds})

    @property
    def states(self) -> list[Choice]:
        """How it stands, while that was not chosen."""
        states = {"is:solved": _("Solved"), "is:answered": _("Answered"), "is:unanswered": _("Not answered yet")}
        return self._others("is", states) + self._others("after", {f"after:{localtime(now()).year}": _("From this year")})

    @property
    def spaces(self) -> list[Choice]:
        """The reader's own spaces, the liveliest first, while no space was chosen. One query."""
        mine = _liveliest(person=self._person.pk)
        return self._others("in", {f"in:{slug}": name for slug, name in mine}) if not self._asked.values("in") else []

    def _others(self, name: str, offered: dict[str, str]) -> list[Choice]:
        if self._asked.values(name):
            return []
        return [Choice(label, address(self._asked.and_also(written))) for written, label in offered.items()]


def said(part: Part) -> str:
    """A filter in words."""
    assert part.filter is not None
    name, value = part.filter.name, part.filter.value
    if not isinstance(value, str):
        day = date_format(localtime(value), "DATE_FORMAT")
        return _("before %(day)s") % {"day": day} if name == "before" else _("since %(day)s") % {"day": day}
    return _of_words(name, value)


def _of_words(name: str, value: str) -> str:
    templates = {"in": _("in %(value)s"), "by": _("by %(value)s"), "topic": _("about %(value)s")}
    return templates[name] % {"value": value} if name in templates else str(_closed_words()[value])


def _closed_words() -> dict[str, str]:
    return {
        "answered": _("Answered"),
        "unanswered": _("Not answered yet"),
        "solved": _("Solved"),
        "open": pgettext("a thread that takes posts", "Open"),
        "closed": pgettext("a thread that takes no more posts", "Closed"),
        "question": _("Questions"),
        "discussion": _("Discussions"),
        "thread": _("Questions and discussions"),
        "post": _("Answers"),
        "person": _("People"),
        "space": _("Spaces"),
        **_labels(),
    }


def _labels() -> dict[str, str]:
    """Kinds that rooms above bring."""
    return {each.name: str(each.label) for each in Searchable.every() if each.label}


def address(words: str) -> str:
    """The results for these words."""
    return f"{url('search:results')}?{urlencode({'words': words})}"
