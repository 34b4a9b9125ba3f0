"""Somebody's addresses as their page shows them, and what one could be made for."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from junto.design.links import url
from junto.interop.feeds.source import Named
from junto.interop.feeds.sources import source_of
from junto.interop.models import PersonalAddress
from junto.interop.models.personal_address import LONGEST_SUBJECT
from junto.people.models import Person

Kind = PersonalAddress.Kind
DATES = "dates"
ALWAYS = ((Kind.FEED, "inbox"), (Kind.CALENDAR, DATES), (Kind.FEED, "everything"))
"""What everybody can have an address for, whatever page they come from."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Something an address can be for, and the address when there is one. `of` is None where its person may not read it any more."""

    kind: str
    subject: str
    of: Named | None
    address: PersonalAddress | None = None

    @property
    def is_calendar(self) -> bool:
        return self.kind == Kind.CALENDAR


def made_by(person: Person) -> list[Wish]:
    """All addresses of that person, the newest first; a query for them and a few for each kind of thing."""
    addresses = list(PersonalAddress.objects.of(person).order_by("-made_at", "-id"))
    known = _named([(address.kind, address.subject) for address in addresses], person)
    return [Wish(address.kind, address.subject, known.get((address.kind, address.subject)), address) for address in addresses]


def wished(kind: str, subject: str, person: Person) -> Wish | None:
    """What somebody asks an address for; None when there is no such thing for them."""
    of = _named([(kind, subject)], person).get((kind, subject)) if len(subject) <= LONGEST_SUBJECT else None
    return Wish(kind, subject, of) if of else None


def offered(person: Person, made: Iterable[Wish]) -> list[Wish]:
    """What everybody can have and this person has not yet."""
    there = {(wish.kind, wish.subject) for wish in made}
    missing = [each for each in ALWAYS if each not in there]
    known = _named(missing, person)
    return [Wish(kind, subject, known[kind, subject]) for kind, subject in missing]


def _named(wanted: Iterable[tuple[str, str]], person: Person) -> dict[tuple[str, str], Named]:
    """What these are of, as far as the person may read it."""
    found: dict[tuple[str, str], Named] = {}
    feeds = defaultdict(list)
    for kind, subject in wanted:
        if (kind, subject) == (Kind.CALENDAR, DATES):
            found[kind, subject] = Named(_("What has a date for you"), url("interop:dates"))
        elif kind == Kind.FEED:
            feeds[subject.partition(":")[0]].append(subject)
    for subjects in feeds.values():
        found |= {(Kind.FEED, subject): named for subject, named in _of_feeds(subjects, person).items()}
    return found


def _of_feeds(subjects: list[str], person: Person) -> dict[str, Named]:
    source, _which = source_of(subjects[0])
    which = {source_of(subject)[1]: subject for subject in subjects}
    return {which[each]: named for each, named in source.titles(which.keys(), person).items()} if source else {}
