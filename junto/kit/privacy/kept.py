"""The declaration from which the page *What Junto knows about me*, a person's own file and erasure are made."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar

from django.db.models import Model, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from junto.kit.plugins import Plugin
from junto.kit.privacy.basis import Basis
from junto.kit.work.listener import Listener


class Erasure(Enum):
    """What happens to these rows when a person leaves for good."""

    DELETE = _("deleted with you")
    UNNAME = _("your name is taken off")
    NEVER = _("kept without a way back to you")


@dataclass(frozen=True)
class Known:
    """One kind of data as a person reads of it: what, why, who may read it, until when, what becomes of it, and how much there is."""

    what: str | Promise
    why: str | Promise
    readers: str | Promise
    until: str | Promise
    afterwards: str | Promise
    count: int


class Kept(Plugin):
    """One kind of data about a person. Every model with a person in it has one; a test fails when one is missing."""

    model: ClassVar[type[Model]]
    what: ClassVar[str | Promise]
    why: ClassVar[str | Promise]
    readers: ClassVar[str | Promise]
    until: ClassVar[str | Promise]
    people: ClassVar[tuple[str, ...]] = ("person",)
    """The fields that hold a person; a row is about each of them."""
    fields: ClassVar[tuple[str, ...]] = ()
    """What goes into the person's own file."""
    erasure: ClassVar[Erasure] = Erasure.DELETE
    whose: ClassVar[str | Promise] = _("people who are here, or were")
    where: ClassVar[str | Promise] = _("in the database")
    basis: ClassVar[Basis] = Basis.INTEREST
    """What is suggested to the owners as the legal basis."""
    forgotten_by: ClassVar[Listener | None] = None
    """What deletes it, or cuts off the number, when a time is over. Who says a time in `until` names it; a test lets it run."""

    def rows_about(self, person: int) -> QuerySet[Any]:
        """All rows about that person."""
        about = Q()
        for field in self.people:
            about |= Q(**{field: person})
        return self.model._default_manager.filter(about).order_by("pk")

    def known(self, person: int) -> Iterator[Known]:
        """What is told to the person about these rows."""
        count = self.rows_about(person).count()
        yield Known(self.what, self.why, self.readers, self.until, self.erasure.value, count)

    def export(self, person: int) -> Iterator[dict[str, Any]]:
        """The person's rows as plain values, one at a time."""
        yield from self.rows_about(person).values(*self.fields).iterator(chunk_size=500)

    def readable(self, person: int) -> Iterator[str]:
        """The same for reading, as Markdown, piece by piece; nothing where plain values say it all."""
        yield from ()

    def files(self, person: int) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Files that belong to it, each by a name and in pieces."""
        yield from ()

    def erase(self, person: int, keep_texts: bool) -> None:
        """Takes the person out of these rows. `keep_texts` says that what they wrote for others may stay, without the name."""
        for field in self.people:
            rows = self.model._default_manager.filter(**{field: person})
            if self.erasure is Erasure.DELETE:
                rows.delete()
            elif self.erasure is Erasure.UNNAME:
                rows.update(**{field: None})
