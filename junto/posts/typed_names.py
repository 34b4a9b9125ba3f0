"""A name typed by hand after an @ tells nobody. Whoever sent it hears so, quietly, and who may be meant."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from django.http import HttpRequest
from django.utils.translation import gettext as _

from junto.design.toasts import toast
from junto.kit.text import named_by_hand
from junto.kit.text.fold import folded
from junto.people.models import Person
from junto.posts.mentioning import mentionable
from junto.spaces.models import Space

MOST_SAID = 2
MOST_OFFERED = 3


def say_who_was_not_told(request: HttpRequest, source: str, space: Space) -> None:
    """Once the text is kept: of the first names that named nobody."""
    own = folded(request.user.name).split()
    for name in [name for name in named_by_hand(source) if folded(name) not in own][:MOST_SAID]:
        toast(request, said_of(name, space, request.user))


def said_of(name: str, space: Space, writer: Person) -> str:
    """What is said of one such name."""
    called = mentionable(space, name, by=writer)[:MOST_OFFERED]
    if called:
        said = _("@%(name)s alone tells nobody. Do you mean %(people)s? Change your text and choose the name from the list.")
        return said % {"name": name, "people": _names(called)}
    near = nearest(name, space, writer)
    if near:
        said = _("Nobody here is called @%(name)s; nobody was told. Do you mean %(people)s?")
        return said % {"name": name, "people": _names(near)}
    return _("Nobody here is called @%(name)s; nobody was told.") % {"name": name}


def nearest(name: str, space: Space, writer: Person) -> list[Person]:
    """Some people who may be named here and are called nearly like this."""
    found = mentionable(space, name[:2], by=writer)
    return sorted(found, key=lambda person: -_likeness(name, person))[:MOST_OFFERED]


def _likeness(name: str, person: Person) -> float:
    return max(SequenceMatcher(None, folded(name), word).ratio() for word in folded(person.name).split())


def _names(people: Sequence[Person]) -> str:
    return ", ".join(person.name for person in people)
