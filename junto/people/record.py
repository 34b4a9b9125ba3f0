"""The record of processing: what is done here with people's data, put together from what the code declares of itself."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from junto.kit.clock import now
from junto.kit.facts.fact import KINDS
from junto.kit.kept import KeptFacts, kept_for
from junto.kit.models import LastRun
from junto.kit.privacy import Basis, Kept
from junto.kit.privacy.recipient import Recipient
from junto.people.models import LegalBasis

LATE = timedelta(days=2)
"""What runs once a day is late after that."""


@dataclass(frozen=True)
class Said:
    """One answer to why, for whom and until when, with the kinds of fact it is about (none: it is about the entry itself)."""

    why: str | Promise
    readers: str | Promise
    until: str | Promise
    kinds: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Entry:
    """One kind of data."""

    kept: Kept
    chosen: LegalBasis | None
    tidied_at: datetime | None

    @property
    def said(self) -> list[Said]:
        """Why, for whom and until when; facts say it for each of their kinds."""
        if isinstance(self.kept, KeptFacts):
            return said_of_facts()
        return [Said(self.kept.why, self.kept.readers, self.kept.until)]

    @property
    def basis(self) -> str:
        """The legal basis that was chosen, or is suggested."""
        return str(Basis(self.chosen.basis if self.chosen else self.kept.basis).label)

    @property
    def count(self) -> int:
        """How many rows there are in all."""
        return int(self.kept.model._default_manager.count())

    @property
    def is_late(self) -> bool:
        """Whether what deletes it has not run for longer than it should; before its first run it is not."""
        return self.tidied_at is not None and self.tidied_at < now() - LATE


@dataclass(frozen=True)
class Record:
    """The whole record."""

    entries: list[Entry]

    @property
    def recipients(self) -> list[Recipient]:
        """Places outside that are set up now."""
        return [each for each in Recipient.every() if each.places()]

    @property
    def nobody_outside(self) -> list[Recipient]:
        """Kinds of places that could be set up, and are not."""
        return [each for each in Recipient.every() if not each.places()]

    @property
    def measures(self) -> list[str]:
        """What protects the data, as it is set now."""
        return [str(words) for words, holds in MEASURES if holds()]

    @property
    def undecided(self) -> int:
        """For how many kinds of data nobody has chosen a legal basis."""
        return sum(entry.chosen is None for entry in self.entries)

    @property
    def late(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.is_late]


def record() -> Record:
    """The record as of now, in a constant number of queries."""
    chosen = {each.kind: each for each in LegalBasis.objects.all()}
    ran = dict(LastRun.objects.values_list("listener", "at"))
    return Record([_entry(kept, chosen.get(kept.name), ran) for kept in Kept.every()])


def _entry(kept: Kept, chosen: LegalBasis | None, ran: dict[str, datetime]) -> Entry:
    return Entry(kept, chosen, ran.get(kept.forgotten_by.name) if kept.forgotten_by else None)


def said_of_facts() -> list[Said]:
    """What facts promise; those that say the same stand together."""
    kinds: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for name, kind in KINDS.items():
        kinds[str(kind.why), str(kind.readers.value), kept_for(kind.kept_days)].append(name)
    return [Said(*said, sorted(names)) for said, names in sorted(kinds.items())]


def _always() -> bool:
    return True


def _https() -> bool:
    return bool(settings.HTTPS)


def _on_this_disk() -> bool:
    return "sqlite" in settings.DATABASES["default"]["ENGINE"]


MEASURES = (
    (_("People read only the spaces they belong to or that are open to them; owners are no exception."), _always),
    (_("Unusual looks at somebody’s data are written down, and that person can read them."), _always),
    (_("Passwords are kept as Argon2 hashes, links as hashes; second steps are sealed with a key that stands in no backup."), _always),
    (_("Tries at every door are limited; dangerous acts ask once more who somebody is."), _always),
    (_("Pages load nothing from other houses; foreign scripts are refused."), _always),
    (_("Pictures are drawn anew, without what was noted in the file."), _always),
    (_("What is deleted is overwritten in the database file."), _on_this_disk),
    (_("People reach this Junto over encrypted connections (https)."), _https),
    (_("Everybody can read, take along and erase what is kept of them, by themselves."), _always),
)
